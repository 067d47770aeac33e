import { rules } from '@escapement/facts';
import { expect, test } from 'vitest';
import { read } from './source.ts';

test('the reference has a heading for every rule, and none for others', () => {
  const page = read('content/reference/rules.md').replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
  const headings = [...page.matchAll(/^#{2,4} +`?([a-z]+(?:-[a-z]+)*)`?\s*$/gm)].map(([, id]) => id);
  expect(headings.toSorted()).toEqual(Object.keys(rules).toSorted());
});
