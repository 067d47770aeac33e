import remarkEscapement from '@escapement/remark';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'glossary-'));
  mkdirSync(join(root, 'content/reference'), { recursive: true });
  writeFileSync(
    join(root, 'content/reference/glossary.md'),
    '---\ntitle: Words\n---\n\nHello.\n\n## Frame\n\nThe memory of `one`\ncall.\n\n## Leaking parameter\n\nOne that gets out.\n',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

async function process(value: string): Promise<VFile> {
  const file = new VFile({ path: join(root, 'content/page.md'), value });
  const processor = unified()
    .use(remarkParse)
    .use(remarkEscapement, { root })
    .use(remarkRehype)
    .use(rehypeStringify);
  return processor.process(file);
}

test('a term is a button that opens its explanation, with a way to the glossary', async () => {
  const file = await process('A :term[frame] goes.\n');
  expect(file.messages).toEqual([]);
  expect(String(file)).toBe(
    '<p>A <span class="escapement-term"><button type="button" popovertarget="term-1-3">frame</button>' +
      '<span id="term-1-3" popover="" role="note" data-pagefind-ignore=""><strong>Frame</strong>' +
      ' The memory of one call. <a href="/reference/glossary/#frame">Glossary</a></span></span> goes.</p>',
  );
});

test('upper case, plurals and other forms of a term are found', async () => {
  const file = await process(
    ':term[Frames], :term[leaking\nparameters], :term[leaks]{of="leaking parameter"}\n',
  );
  expect(file.messages).toEqual([]);
  expect(String(file).match(/<a href="[^"]*"/g)).toEqual([
    '<a href="/reference/glossary/#frame"',
    '<a href="/reference/glossary/#leaking-parameter"',
    '<a href="/reference/glossary/#leaking-parameter"',
  ]);
});

test('an unknown term is an error at its place that suggests a known one', async () => {
  const file = await process('Each call\nhas a :term[fram].\n');
  expect(file.messages).toMatchObject([
    {
      reason: 'Unexpected term `fram`: the glossary has no such heading, did you mean `Frame`?',
      ruleId: 'term-unknown',
      place: { start: { line: 2, column: 13 }, end: { line: 2, column: 17 } },
      fatal: true,
      expected: ['Frame', 'Leaking parameter'],
      url: '/reference/rules/#term-unknown',
    },
  ]);
  expect(String(file)).toContain('role="alert"');
});

test('a term that is no word in a sentence is refused', async () => {
  const file = await process('::term[frame]\n');
  expect(file.messages).toMatchObject([{ ruleId: 'directive-attribute' }]);
});
