import { expect, test } from 'vitest';
import { formatProblems } from '../src/report.ts';

const problem = {
  rule: 'options',
  path: 'content/page.md',
  start: { line: 1, column: 1 },
  reason: 'Unexpected word',
} as const;

test.each([
  ['/rules/', '/rules/#options'],
  ['', undefined],
])('a message leads to the page of rules where there is one: %j', (docs, address) => {
  const [first, ...more] = formatProblems([problem], docs, () => undefined).split('\n');
  expect(first).toBe('content/page.md:1:1: Unexpected word [options]');
  expect(more).toEqual(address ? [`  see ${address}`] : []);
});
