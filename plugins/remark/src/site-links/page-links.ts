import type { Problem } from '@escapement/facts';
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isScalar, parseDocument, visit as visitYaml } from 'yaml';
import { pointAt } from '../directives/place.ts';

/** A link of a page to somewhere on its site, or to a file beside it. */
export interface PageLink extends Pick<Problem, 'start' | 'end'> {
  /** As its author wrote it: `/guide/sizes/#append`, `../sizes.md`, `#append`. */
  url: string;
}

/**
 * The links of a page that stay on its site: in Markdown, in HTML and tags of MDX (`href="…"`), and in the
 * frontmatter (`link: …`, as Starlight's heroes have them).
 *
 * @param text what positions in `tree` count in
 */
export function readLinks(tree: Root, text: string): PageLink[] {
  const links: PageLink[] = [];
  const add = (url: string, { start, end }: Position, from = start.offset!, last = false) => {
    if (!staysOnSite(url)) return;
    const part = text.slice(from, end.offset);
    const found = last ? part.lastIndexOf(url) : part.indexOf(url);
    const at = from + Math.max(found, 0);
    // Mostly it stands on the line on which its node begins, and no line has to be counted.
    const before = text.slice(start.offset, at);
    const { line, column } = before.includes('\n')
      ? pointAt(text, at)
      : { line: start.line, column: start.column + before.length };
    links.push({
      url,
      start: { line, column },
      ...(found >= 0 && { end: { line, column: column + url.length } }),
    });
  };
  visit(tree, (node) => {
    const { position } = node;
    const from = position?.start.offset;
    if (position === undefined || from === undefined) return;
    // The text of a link may be its address as well: what it leads to stands behind.
    if (node.type === 'link' || node.type === 'definition') add(node.url, position, from, true);
    else if (node.type === 'html')
      for (const { index, 1: before, 3: url } of withoutComments(node.value).matchAll(HREF))
        add(url!, position, from + index + before!.length);
    else if (node.type === 'yaml') {
      for (const { url, at } of frontmatterLinks(node.value))
        add(url, position, text.indexOf('\n', from) + 1 + at);
      return SKIP;
    } else for (const url of hrefs(node)) add(url, position);
    return undefined;
  });
  return links;
}

/** Neither with a scheme nor with a host. */
function staysOnSite(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url);
}

type Position = NonNullable<Nodes['position']>;

const HREF = /(<a\s(?:[^>]*?\s)?)href\s*=\s*(["'])(.*?)\2/gis;

/** HTML with as many spaces in the place of its comments. */
function withoutComments(html: string): string {
  return html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
}

function hrefs(node: Nodes): string[] {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.name === 'href' && typeof attribute.value === 'string'
      ? attribute.value
      : [],
  );
}

function frontmatterLinks(yaml: string): { url: string; at: number }[] {
  const links: { url: string; at: number }[] = [];
  if (!/^\s*(?:- )?\s*link:/m.test(yaml)) return links;
  visitYaml(parseDocument(yaml), {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'link' && isScalar(value) && typeof value.value === 'string')
        links.push({ url: value.value, at: value.range![0] });
    },
  });
  return links;
}
