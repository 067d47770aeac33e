import remarkEscapement from '@escapement/remark';
import * as entry from '@escapement/remark';
import { fileURLToPath } from 'node:url';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('./project/', import.meta.url));
const options = { root, store: '../../../../.escapement/test-store' };
const page = (value: string): VFile => new VFile({ path: `${root}content/page.md`, value });

test('the exports are these', () => {
  expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "captureDirect",
      "changedPages",
      "check",
      "checkPages",
      "claimsSchema",
      "cleanStore",
      "countSite",
      "default",
      "describeDiagnostics",
      "describeProblems",
      "diffFacts",
      "diffMarkdown",
      "diffText",
      "factsSchema",
      "findFixes",
      "findPages",
      "formatProblems",
      "freezeSite",
      "isInExample",
      "loadOptions",
      "measureSite",
      "openSession",
      "optionsSchema",
      "planFixes",
      "printDiagnostics",
      "printError",
      "pruneSite",
      "publishSite",
      "publishedSchemas",
      "readOptions",
      "readSide",
      "remarkEscapement",
      "remarkForSession",
      "rules",
      "summaryLine",
      "uncommitted",
    ]
  `);
});

test('a plain unified pipeline gets code, facts, tables and numbers', async () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkEscapement, options)
    .use(remarkRehype)
    .use(rehypeStringify);
  const text =
    '```go id=a\nvar limit = 60\n\nfunc Limit() *int { return &limit } // want stack\n```\n\n::escapes{of=a}\n';
  const file = await processor.process(page(`${text}\nIt has :fact[heap]{of=a} places on the heap.\n`));
  expect(String(file)).toContain('func Limit() *int { return &#x26;limit }\n</code>');
  expect(String(file)).toContain('<table class="escapement-escapes">');
  expect(String(file)).toMatch(/It has <a href="#a-notes" title="[^"]+"[^>]*>0<\/a> places/);
  expect(file.messages).toEqual([]);
  expect(file.data.escapement!.blocks['a']).toMatchObject({ status: 'verified', claims: [3] });
});

test('a problem is a fatal message with place, rule, source, address and what was expected', async () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkEscapement, options)
    .use(remarkRehype)
    .use(rehypeStringify);
  const file = await processor.process(page('```go benhc\nvar a = 1\n```\n'));
  expect(file.messages).toHaveLength(1);
  expect(file.messages[0]).toMatchObject({
    fatal: true,
    line: 1,
    column: 7,
    ruleId: 'meta-unknown',
    source: 'escapement',
    url: '/reference/rules/#meta-unknown',
    actual: 'benhc',
    expected: expect.arrayContaining(['bench']),
  });
});

test('null means no options; options that do not fit are told when the plugin is used', () => {
  expect(() => unified().use(remarkEscapement, null).freeze()).not.toThrow();
  const wrong = { run: { timeoutMs: 'long' } } as never;
  expect(() => unified().use(remarkEscapement, wrong).freeze()).toThrow(/run\.timeoutMs/);
});

test('a page without Go starts no toolchain', async () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkEscapement, { ...options, go: '/nowhere/go' })
    .use(remarkRehype)
    .use(rehypeStringify);
  expect(String(await processor.process(page('# Only words')))).toBe('<h1>Only words</h1>');
  await expect(processor.process(page('```go\nvar a = 1\n```'))).rejects.toThrow('No Go was found');
});
