import { unified, type RehypePlugins } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { setBlocksAside } from '../src/set-aside.ts';

const shared = { image: {}, syntaxHighlight: false } as Parameters<
  ReturnType<typeof unified>['createRenderer']
>[0];

/** Puts blocks in the places of code, as a highlighter does. */
function rehypeBlocks(): (tree: Root) => void {
  return (tree) =>
    visit(tree, 'element', (node, index, parent) => {
      const [code] = node.children;
      if (node.tagName !== 'pre' || code?.type !== 'element') return;
      const [text] = code.children;
      parent!.children[index!] = fromHtml(text?.type === 'text' ? text.value : '', { fragment: true })
        .children[0] as Element;
    });
}

/** What the processor makes of a page, with the last plugin hearing which elements it can still see. */
async function render(
  page: string,
  aside: boolean,
): Promise<{ html: string; seen: string[]; headings: string[] }> {
  const seen: string[] = [];
  const listen = () => (tree: Root) =>
    visit(tree, 'element', ({ properties: { id } }) => {
      if (id) seen.push(String(id));
    });
  const processor = unified({ rehypePlugins: [rehypeBlocks] as RehypePlugins });
  if (aside) setBlocksAside(processor);
  processor.options.rehypePlugins.push(listen);
  const renderer = await processor.createRenderer(shared);
  const { code, metadata } = await renderer.render(page, {});
  return { html: code, seen, headings: metadata.headings.map(({ slug }) => slug) };
}

const block = (html: string) => `\`\`\`\n${html}\n\`\`\`\n`;
const code = `<div class="expressive-code" id="code"><pre><code>a &lt; b &amp;&amp; c<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></code></pre></div>`;

test.each([
  ['code', block(code), []],
  ['several', `${block(code)}\nText.\n\n${block(code)}`, []],
  ['in a list', `- item\n\n  ${block(code).replaceAll('\n', '\n  ')}`, []],
  ['inside of an author’s HTML', `<details><summary>More</summary>\n\n${block(code)}\n</details>`, []],
  ['a figure of ours', block('<figure class="escapement-output" id="out"><pre>$& $1</pre></figure>'), []],
  ['a block of others', block('<div class="other" id="other">text</div>'), ['other']],
  [
    'a claim that holds a heading',
    block('<section class="escapement-claim" id="c"><h2>Claim</h2></section>'),
    ['c'],
  ],
  [
    'a claim that holds a picture',
    block('<section class="escapement-claim" id="c"><img src="a.png"></section>'),
    ['c'],
  ],
  ['the like of a place, written by an author', `<!--escapement:00000000-0000-0000-0000-000000000000-->`, []],
])('%s: the same HTML, and headings are found', async (_, page, seen) => {
  const plain = await render(page, false);
  const found = await render(page, true);
  expect(found.html).toBe(plain.html);
  expect(found.headings).toEqual(plain.headings);
  expect(found.seen).toEqual(seen);
});

test('pages that are rendered at the same time keep to themselves', async () => {
  const processor = unified({ rehypePlugins: [rehypeBlocks] as RehypePlugins });
  setBlocksAside(processor);
  const renderer = await processor.createRenderer(shared);
  const pages = Array.from({ length: 20 }, (_, at) => `<div class="esc-block" id="b${at}">${at}</div>`);
  const rendered = await Promise.all(pages.map((page) => renderer.render(block(page), {})));
  expect(rendered.map((page) => page.code.trim())).toEqual(pages);
});

test('the plugins without the processor change nothing', async () => {
  const processor = unified({ rehypePlugins: [rehypeBlocks] as RehypePlugins });
  setBlocksAside(processor);
  const other = await unified(processor.options).createRenderer(shared);
  expect((await other.render(block(code), {})).code.trim()).toContain('class="expressive-code"');
});
