import { rules } from '@escapement/facts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const read = (pattern: string) =>
  globSync(pattern, { cwd, ignore: '**/node_modules/**', absolute: true }).map((path) =>
    readFileSync(path, 'utf8'),
  );

/** Rules that a page alone can't break: the test of whoever tells of them names them. */
const ELSEWHERE = ['capture-stale', 'go-timeout', 'page-nesting', 'sandbox', 'store-unreachable'];

test('every rule is broken by a mistake of an author, or by a test of its own', () => {
  const told = read('plugins/remark/test/mistakes/*/problems.txt').join('\n');
  const never = Object.keys(rules).filter((rule) => !told.includes(`[${rule}]`));
  expect(never.toSorted()).toEqual(ELSEWHERE);
  const tests = read('{plugins/*/test,tests}/**/*.test.ts')
    .filter((text) => !text.includes('ELSEWHERE'))
    .join('\n');
  expect(ELSEWHERE.filter((rule) => !tests.includes(rule))).toEqual([]);
});
