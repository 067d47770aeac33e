import type { Element, ElementContent, Nodes } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { page, render as renderByExpressiveCode } from '../../expressive-code/test/render.ts';
import { fixtures } from '../../render/test/fixtures.ts';
import { render } from './render.ts';

describe.each(fixtures())('$name', { timeout: 60_000 }, ({ code, block }) => {
  it('has the notes that it has in Expressive Code', async () => {
    const [here, there] = await both(code);
    expect(notes(here)).toBe(notes(there));
    expect(notes(here)).toContain('<section id="');
  });

  it('has the marks, line ends and gutter that it has in Expressive Code', async () => {
    const [here, there] = await both(code);
    expect(lines(here, '.esc-line', '.esc-source')).toEqual(lines(there, '.ec-line', '.code'));
  });

  it('has the code as the text of its lines', async () => {
    const [here] = await both(code);
    expect(toString(select('.esc-code', here)!)).toBe(`${code.trimEnd()}\n`);
  });

  it('gives each id once', async () => {
    const [here] = await both(code);
    const ids = selectAll('[id]', here).map(({ properties }) => properties.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  async function both(text: string): Promise<[Nodes, Nodes]> {
    const input = page(text, block);
    return [await render(...input), await renderByExpressiveCode(...input)];
  }
});

/** The section below the block; Expressive Code's host adds Starlight's class. */
function notes(tree: Nodes): string {
  return toHtml(select('.esc-notes', tree)!).replace('esc-notes not-content', 'esc-notes');
}

/** Each line without the elements of the highlighter. */
function lines(tree: Nodes, line: string, code: string): string[] {
  return selectAll(line, tree).map((each) => {
    const parts = [select('.esc-gutter', each), ...ours(select(code, each)!.children)];
    return parts
      .map((part) => (part ? toHtml(part) : ''))
      .join('')
      .replace(/\n$/, '');
  });
}

/**
 * Only our elements, and those together that continue each other: where stretches cross, Expressive Code
 * makes more parts than there need be.
 */
function ours(nodes: ElementContent[]): ElementContent[] {
  const kept = nodes.flatMap((node) =>
    node.type !== 'element' || isOurs(node) ? [node] : ours(node.children),
  );
  const joined: ElementContent[] = [];
  for (const node of kept) {
    const last = joined.at(-1);
    if (last?.type === 'element' && node.type === 'element' && continues(node, last))
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    else joined.push(node);
  }
  return joined.map((node) => (node.type === 'element' ? { ...node, children: ours(node.children) } : node));
}

function isOurs({ tagName, properties: { className } }: Element): boolean {
  const named = Array.isArray(className) && className.some((name) => String(name).startsWith('esc-'));
  return named || tagName === 'a' || tagName === 'path';
}

function continues({ properties }: Element, { properties: before }: Element): boolean {
  const both = [properties, before].map(
    ({ className, dataTone }) => `${String(className)} ${String(dataTone)}`,
  );
  return both[0]!.startsWith('esc-mark') && both[0] === both[1] && properties.id === undefined;
}
