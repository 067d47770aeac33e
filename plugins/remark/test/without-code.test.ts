import type { Root } from 'mdast';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { markdown } from '../src/page/markdown.ts';
import { parseWithoutCode } from '../src/page/without-code.ts';

const parse = (text: string) => markdown.parse(text) as Root;
const code = 'if a[`x`](y) {\n\n\treturn *b // <!-- :fact[ns] -->\n}';

/** Places in which lines that look like fences are none, or end otherwise than by themselves. */
const pages: Record<string, string> = {
  'a page': `---\ntitle: A\n---\n\nText.\n\n\`\`\`go id=a\n${code}\n\`\`\`\n\nMore :fact[ns].\n`,
  'ends of lines': `# A\r\n\r\n~~~go\r\n${code.replaceAll('\n', '\r\n')}\r\n~~~\r\n\r\nMore *b*.\r\n`,
  'old ends of lines': `# A\r\r~~~go\r${code.replaceAll('\n', '\r')}\r~~~\r\rMore *b*.\r`,
  'a byte order mark': `\uFEFF\`\`\`go\n${code}\n\`\`\`\n\nMore.\n`,
  'a comment': `<!--\n\`\`\`go\n${code}\n\`\`\`\n-->\n\n\`\`\`go\n${code}\n\`\`\`\n`,
  'an element': `<div>\n\`\`\`go\n${code}\n\`\`\`\n</div>\n`,
  'a directive': `:::note\n\`\`\`go\n${code}\n\`\`\`\n:::\n\nText.\n`,
  'a directive that ends inside': `:::note\n\`\`\`go\na\n:::\nb\n\`\`\`\n\nText.\n\`\`\`\nb\n\`\`\`\n`,
  'lists and quotes': `- a\n\`\`\`go\n${code}\n\`\`\`\n> b\n\`\`\`go\n${code}\n\`\`\`\n1. c\n   \`\`\`go\n   d\n   \`\`\`\n`,
  frontmatter: `---\na: |\n\`\`\`go\n${code}\n\`\`\`\n---\n\nText.\n`,
  'no end': `Text.\n\n\`\`\`go\n${code}\n`,
  'nothing inside': '```go\n```\n\n```go\n\n```\n\nText.\n',
  'longer fences': `\`\`\`\`md\n\`\`\`go\n${code}\n\`\`\`\n~~~~\n\`\`\`\`\`\n\nText.\n`,
  'a mark of code in the words': '```go `a`\nb\n```\n\nText.\n```\nc\n```\n',
  'a table and a footnote': `| a |\n|---|\n\`\`\`go\n${code}\n\`\`\`\n\n[^a]: b\n\`\`\`go\n${code}\n\`\`\`\n\nText[^a].\n`,
  'a character that is none': '```go\na\0b\n```\n\nText.\n',
  'an address that has no place': `- Fix [https://example.org/a] here.\n\n\`\`\`go\n${code}\n\`\`\`\n`,
  'no newline at the end': `\`\`\`go\n${code}\n\`\`\``,
};

test.each(Object.entries(pages))('the tree is that of the whole text: %s', (_, text) => {
  expect(parseWithoutCode(text, parse)).toEqual(parse(text));
});

test('so it is for every page of the guide and every mistake of the tests', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const paths = globSync('{content,plugins/remark/test}/**/*.md', { cwd: root });
  expect(paths.length).toBeGreaterThan(200);
  for (const path of paths) {
    const text = readFileSync(root + path, 'utf8');
    expect({ path, tree: parseWithoutCode(text, parse) }).toEqual({ path, tree: parse(text) });
  }
});

test('what stands in a fence is not parsed', () => {
  const seen: string[] = [];
  parseWithoutCode(pages['a page']!, (text) => {
    seen.push(text);
    return parse(text);
  });
  expect(seen.map((text) => text.includes('return'))).toEqual([false]);
});
