import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Options } from '../options.ts';
import { pageAddress } from './address.ts';
import { readFrontmatter } from './frontmatter.ts';
import { parsePage } from './parse.ts';

/** A word with its explanation. */
export interface Term {
  name: string;
  /** The first paragraph below its heading, as plain text. */
  text: string;
  /** Where it stands in full: `/reference/glossary/#frame`. */
  address: string;
}

/** The terms of a project by their names as `nameOf` makes them. */
export type Glossary = Map<string, Term>;

/**
 * Reads the page of the glossary: each heading is a term, the paragraph below it explains it.
 *
 * @param base what stands in front of every address of the site, without a slash at its end
 */
export async function readGlossary(options: Options, text: string, base: string): Promise<Glossary> {
  const { glossary } = options;
  const { tree } = await parsePage(glossary, text);
  const page = base + pageAddress(glossary, options, readFrontmatter(tree).slug);
  return new Map(termsOf(tree, page).map((term) => [nameOf(term.name), term]));
}

/** A term as it is looked up: `Leaking parameters` is `leaking parameter`. */
export function nameOf(words: string): string {
  const name = words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return name.replace(/(?<=[^s])s$/, '');
}

function termsOf({ children }: Root, page: string): Term[] {
  const slugger = new GithubSlugger();
  return children.flatMap((node, at) => {
    if (node.type !== 'heading') return [];
    const name = toString(node);
    const address = `${page}#${slugger.slug(name)}`;
    const next = children[at + 1];
    return next?.type === 'paragraph' ? [{ name, text: toString(next).replaceAll('\n', ' '), address }] : [];
  });
}
