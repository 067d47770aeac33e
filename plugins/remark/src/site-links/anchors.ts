import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { headingIds } from './heading-ids.ts';

/** What the part of a link behind `#` can name on a page. */
export interface Anchors {
  ids: Set<string>;
  /** Ids of examples. */
  examples: string[];
  /** Set where the page may have more than its text tells: other files take part in it. */
  open: boolean;
}

/** Of a page of which nothing is known. */
export const UNKNOWN_ANCHORS: Anchors = { ids: new Set(), examples: [], open: true };

/**
 * The ids of a page: its headings, those in HTML and tags, claims and other directives (`{#C10}`), examples.
 *
 * @param text what positions in `tree` count in
 */
export function readAnchors(tree: Root, text: string): Anchors {
  const anchors: Anchors = { ids: new Set(), examples: [], open: false };
  const idsOf = headingIds(text);
  let fences = 0;
  visit(tree, (node) => {
    if (node.type === 'heading') add(anchors, idsOf(node));
    else if (node.type === 'html')
      add(
        anchors,
        [...node.value.matchAll(ID)].map(([, , id]) => id!),
      );
    else if (node.type === 'code' && node.lang === 'go') {
      fences++;
      anchors.examples.push(/(?:^|[\s,])id=([\w-]+)/.exec(node.meta ?? '')?.[1] ?? `x${fences}`);
    } else if ('attributes' in node) addAttributes(anchors, node);
    else if (isOpen(node)) anchors.open = true;
  });
  return anchors;
}

/** Whether an address of a page may end with this, decoded, behind `#`. */
export function hasAnchor({ ids, examples, open }: Anchors, name: string): boolean {
  if (open || ids.has(name) || ANYWHERE.test(name)) return true;
  return examples.some((id) => name.startsWith(`${id}-`) && AROUND.test(name.slice(id.length + 1)));
}

/** What stands around an example: its code, its notes and marks. How many there are only the toolchain knows. */
const AROUND = /^(?:code|notes|output|(?:v\d+-)?[a-z]\d[\w-]*)$/;

/** The beginning of a page, a text to look for, footnotes, Escapement's tables. */
const ANYWHERE = /^(?:|top|_top|:~:.*|footnote-label|user-content-.*|esc-[a-z]+-\d+)$/;

const ID = /\s(?:id|name)\s*=\s*(["'])(.*?)\1/gi;

function add(anchors: Anchors, ids: string[] | undefined): void {
  if (ids) ids.forEach((id) => anchors.ids.add(id));
  else anchors.open = true;
}

function addAttributes(anchors: Anchors, { attributes }: Extract<Nodes, { attributes?: unknown }>): void {
  if (!Array.isArray(attributes)) return add(anchors, attributes?.id ? [attributes.id] : []);
  for (const attribute of attributes)
    if (attribute.type !== 'mdxJsxAttribute') anchors.open = true;
    else if (attribute.name === 'id')
      add(anchors, typeof attribute.value === 'string' ? [attribute.value] : undefined);
}

/** Parts of a page that come from other files, and tags that code makes. */
function isOpen(node: Nodes): boolean {
  if (node.type === 'mdxjsEsm') return /\.(?:astro|mdx?|[jt]sx|vue|svelte)['"]/.test(node.value);
  return node.type === 'mdxFlowExpression' && node.value.includes('<');
}
