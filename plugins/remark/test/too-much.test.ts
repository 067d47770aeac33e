import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check, openSession, readOptions } from '../src/index.ts';
import { parsePage } from '../src/page/parse.ts';
import { parseWithin } from '../src/page/too-much.ts';
import { parseMdx } from '../src/page/parse-mdx.ts';

const root = mkdtempSync(join(tmpdir(), 'too-much-'));
mkdirSync(join(root, 'content'));
afterAll(() => rmSync(root, { recursive: true }));

async function problemsOf(text: string, options = {}) {
  writeFileSync(join(root, 'content', 'page.md'), text);
  const { problems } = await check(openSession(root, readOptions(options)));
  return problems.map(({ rule, start: { line }, reason }) => [rule, line, reason]);
}

test('a page over the limit is not parsed', async () => {
  // The parser would need minutes for it.
  const page = 'A line.\n\n'.repeat(5_000_000);
  expect(await problemsOf(page)).toEqual([
    ['page-size', 1, 'Unexpected size of the page: 45000000 bytes, expected at most 1048576'],
  ]);
});

test('so is a quoted file', async () => {
  writeFileSync(join(root, 'large.go'), `package large\n${'// A line.\n'.repeat(5_000_000)}`);
  expect(await problemsOf('# Page\n\n```go file=large.go\n```\n')).toEqual([
    ['example-size', 3, 'Unexpected size of `large.go`: 55000014 bytes, expected at most 1048576'],
  ]);
});

test('the limit is an option', async () => {
  expect(await problemsOf('# A page\n', { maxPageBytes: 8 })).toEqual([
    ['page-size', 1, 'Unexpected size of the page: 9 bytes, expected at most 8'],
  ]);
  expect(await problemsOf('# A page\n', { maxPageBytes: 9 })).toEqual([]);
});

test('a page of ten thousand quotes in each other has a problem at its line', async () => {
  expect(await problemsOf(`# Deep\n\n${'>'.repeat(10_000)} text\n`)).toEqual([
    ['page-nesting', 3, 'Unexpected nesting: the page cannot be parsed'],
  ]);
});

test('a hundred thousand brackets are text', async () => {
  expect((await parsePage('page.md', '['.repeat(100_000))).problems).toEqual([]);
});

test('a parser that does not end is stopped, and works afterwards', () => {
  // Each of the lists is looked at again for each of the others: minutes.
  const text = `First.\n\n${'- '.repeat(50_000)}text`;
  expect(parseWithin('page.mdx', text, () => parseMdx(text), 500)).toMatchObject({
    rule: 'page-nesting',
    start: { line: 3 },
  });
  expect(parseWithin('page.mdx', '- one', () => parseMdx('- one'))).toMatchObject({ type: 'root' });
});
