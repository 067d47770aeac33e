import { toHtml, type Root } from '@expressive-code/core/hast';
import { createRenderer, type RehypeExpressiveCodeOptions } from 'rehype-expressive-code';
import { expect, it } from 'vitest';
import { fixture } from '../../render/test/fixtures.ts';
import { createCachingRenderer, pluginEscapement, unhurried } from '../src/index.ts';
import { page, render } from './render.ts';

const shiki = { transformers: [unhurried] };

/** One site's options: pages that are rendered with them share a renderer, as in a dev server. */
async function site(
  room?: number,
): Promise<{ options: RehypeExpressiveCodeOptions; rendered: () => number }> {
  let count = 0;
  const counter = { name: 'counter', hooks: { annotateCode: () => void count++ } };
  const renderer = await createCachingRenderer({ shiki, plugins: [pluginEscapement(), counter] }, room);
  return { options: { customCreateRenderer: () => renderer }, rendered: () => count };
}

const { code, block } = fixture('sites');
const twice = ([markdown, facts]: ReturnType<typeof page>, options: RehypeExpressiveCodeOptions) =>
  [1, 2].reduce(
    async (before: Promise<Root[]>) => [...(await before), await render(markdown, facts, options)],
    Promise.resolve([]),
  );

it('renders as without a memory, and a block only once', async () => {
  const { options, rendered } = await site();
  const plain = await createRenderer({ shiki, plugins: [pluginEscapement()] });
  const expected = toHtml(await render(...page(code, block), { customCreateRenderer: () => plain }));
  const trees = await twice(page(code, block), options);
  expect(trees.map((tree) => toHtml(tree))).toEqual([expected, expected]);
  expect(rendered()).toBe(1);
});

it('renders anew what has other facts, other code or another place', async () => {
  const { options, rendered } = await site();
  await render(...page(code, block), options);
  await render(...page(code, { ...block, claims: [] }), options);
  await render(...page(`${code}// more\n`, block), options);
  const [fence, facts] = page(code, block);
  await render(`\`\`\`go\nvar first = 1\n\`\`\`\n\n${fence}`, facts, options);
  expect(rendered()).toBe(5);
});

it('what the host writes into one tree is not in the next', async () => {
  const { options } = await site();
  const [first, second] = await twice(page(code, block), options);
  first!.children.length = 0;
  expect(toHtml(second!)).toContain('esc-mark');
});

it('forgets what there is no room for, as dev would else keep every version of a page', async () => {
  const { options, rendered } = await site(1_000);
  const together = [page(code, block), page(`${code}// more\n`, block)];
  const trees = await Promise.all(together.map((each) => render(...each, options)));
  expect(trees.map((tree) => toHtml(tree).includes('esc-mark'))).toEqual([true, true]);
  await render(...page(code, block), options);
  expect(rendered()).toBe(3);
});
