import type { Root } from 'mdast';
import { posix } from 'node:path';
import { isWithin, type Options } from '../options.ts';
import { pageAddress } from '../page/address.ts';
import { readFrontmatter } from '../page/frontmatter.ts';
import type { ReadPage } from '../verify/page.ts';
import { readAnchors, UNKNOWN_ANCHORS, type Anchors } from './anchors.ts';
import { readLinks, type PageLink } from './page-links.ts';

/** A page as links see it. */
export interface LinkedPage {
  path: string;
  /** On the site, without its base; undefined for a part (`_name.md`), which has none of its own. */
  address?: string;
  draft: boolean;
  links: PageLink[];
  anchors: Anchors;
}

/** A page of the content folders as links see it; undefined for any other file. */
export function linkedPage(
  { path, tree, text }: Pick<ReadPage, 'path' | 'tree' | 'text'>,
  options: Places,
): LinkedPage | undefined {
  if (!options.content.some((folder) => isWithin(path, folder))) return undefined;
  // Of a page that can't be parsed nothing is known.
  const anchors = tree.children.length > 0 ? readAnchors(tree, text) : UNKNOWN_ANCHORS;
  return { ...placeOf(path, tree, options), links: readLinks(tree, text), anchors };
}

/** A page of which only the frontmatter is read. */
export function shallowPage(path: string, text: string, options: Places): LinkedPage {
  const [, value = ''] = /^\uFEFF?---[ \t]*\r?\n(.*?)^---[ \t]*$/ms.exec(text) ?? [];
  const tree: Root = { type: 'root', children: [{ type: 'yaml', value }] };
  return { ...placeOf(path, tree, options), links: [], anchors: UNKNOWN_ANCHORS };
}

/** Where the content folders are, and where their pages stand. */
type Places = Pick<Options, 'content' | 'addresses'>;

function placeOf(path: string, tree: Root, options: Places): Pick<LinkedPage, 'path' | 'address' | 'draft'> {
  const [first] = tree.children;
  // Most pages say neither, and of a thousand all are looked at.
  const telling = first?.type === 'yaml' && /\b(?:slug|draft)\b/.test(first.value);
  const { slug, draft } = telling ? readFrontmatter(tree) : {};
  const part = posix.basename(path).startsWith('_');
  return { path, ...(!part && { address: pageAddress(path, options, slug) }), draft: draft === true };
}
