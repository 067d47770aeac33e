import { toHtml } from '@expressive-code/core/hast';
import { createRenderer } from 'rehype-expressive-code';
import { afterEach, expect, test, vi } from 'vitest';
import { unhurried } from '../src/index.ts';

const code = 'type Point struct{ X, Y int }';

async function highlighted(transformers: unknown[]): Promise<string> {
  const { ec } = await createRenderer({ shiki: { transformers } });
  const { renderedGroupAst } = await ec.render({ code, language: 'go' });
  return toHtml(renderedGroupAst);
}

afterEach(() => void vi.restoreAllMocks());

test('code keeps its colours on a machine so slow that a second passes between any two looks at the clock', async () => {
  const html = await highlighted([]);
  let time = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => (time += 1_000));
  expect(await highlighted([])).not.toBe(html);
  expect(await highlighted([unhurried])).toBe(html);
});
