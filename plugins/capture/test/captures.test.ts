import { expect, test } from 'vitest';
import { captureName } from '../src/captures-name.ts';

test.each([
  ['content/guide/limits.md#plan', 'content/guide/limits.plan'],
  ['content/guide/limits.mdx#pkg:plan', 'content/guide/limits.plan.pkg'],
  ['dir:examples/plan', 'examples/plan'],
  ['/etc/../x.md#a b', '_/etc/_/x.a_b'],
  ['dir:../../outside', '_/_/outside'],
  ['a', 'a'],
])('the captures of %s are called %s', (id, name) => {
  expect(captureName(id)).toBe(name);
});
