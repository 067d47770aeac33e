import { printToolchain, verdictWords } from '@escapement/facts';
import type { List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { editTree, type Edits } from '../attach/edit.ts';
import type { VerifiedPage } from '../verify/page.ts';
import type { PublishedExample, PublishedPage } from './schema.ts';

/**
 * A page as plain Markdown for readers that are programs: code as the reader sees it, below it where each
 * of its values lives, output, tables and numbers in place.
 *
 * @param page with its facts attached; its tree is used up
 */
export function pageMarkdown(
  page: VerifiedPage,
  { title, description, address, examples }: PublishedPage,
): string {
  const { tree, text } = page;
  makePlain(tree, text);
  const nodes = new Map(page.examples.map(({ id, node }) => [id, node] as const));
  const edits: Edits = new Map();
  for (const example of examples) {
    const node = nodes.get(example.id)!;
    node.meta = example.title ? `title="${example.title}"` : null;
    edits.set(node, [node, ...results(example)]);
  }
  editTree(tree, edits);
  const [first, ...rest] = tree.children;
  const body: Root = { type: 'root', children: first?.type === 'yaml' ? rest : tree.children };
  const written = toMarkdown(body, {
    bullet: '-',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown()],
  });
  return [`# ${title}`, description ?? '', `Source: ${address}`, written.trim()]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What stands below a block of code: the toolchain, and each site in words. */
function results({ status, toolchain, sites, errors }: PublishedExample): (Paragraph | List)[] {
  const checker = printToolchain(toolchain);
  if (status === 'fails') {
    const said = errors.map(({ line, message }) => `${line ? `line ${line}: ` : ''}${message}`);
    return [paragraph(`Does not compile, as it should not (${checker}):`), list(said)];
  }
  const told = sites.map(
    ({ line, subject, verdict, sentence }) =>
      `line ${line}, \`${subject}\`: ${verdictWords[verdict]}. ${sentence}`,
  );
  const head = told.length > 0 ? `Checked with ${checker}:` : `Checked with ${checker}.`;
  return [paragraph(head), ...(told.length > 0 ? [list(told)] : [])];
}

function paragraph(value: string): Paragraph {
  const parts = value.split('`').map((part, at): PhrasingContent => ({
    type: at % 2 === 1 ? 'inlineCode' : 'text',
    value: part,
  }));
  return { type: 'paragraph', children: parts };
}

function list(items: string[]): List {
  const children = items.map((item): List['children'][number] => ({
    type: 'listItem',
    spread: false,
    children: [paragraph(item)],
  }));
  return { type: 'list', ordered: false, spread: false, children };
}

/**
 * Imports and expressions of MDX are code, not words: of a component only what stands in it is kept, and
 * of what stands for an element of HTML (a picture, a caption's frame, a link within the page) too; what
 * is closed at first (the single samples of a measurement) is left out. What only looks like a directive
 * (`10:30`) is given back as it was written; asides of the host stay as they are.
 */
function makePlain(tree: Root, text: string): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { children } = parent as Root;
    if (node.data && 'hName' in node.data && node.data.hName === 'details') {
      children.splice(index, 1);
      return index;
    }
    const stands = node.data && ('hName' in node.data || 'drawing' in node.data);
    if (node.type.startsWith('mdx') || (HOLDS.has(node.type) && stands)) {
      children.splice(index, 1, ...('children' in node ? (node.children as RootContent[]) : []));
      return index;
    }
    if (node.type !== 'textDirective' && node.type !== 'leafDirective') return undefined;
    const value = text.slice(node.position?.start.offset, node.position?.end.offset);
    children.splice(index, 1, { type: 'html', value });
    return index + 1;
  });
}

const HOLDS = new Set(['emphasis', 'blockquote', 'link']);
