import { expect, test } from 'vitest';
import { findExamples } from '../src/page/find.ts';
import { locate } from '../src/page/locate.ts';
import { parsePage } from '../src/page/parse.ts';

const none = () => Promise.resolve(undefined);

/** The author's place of `needle` in the first example, by way of the compiled file and its byte column. */
async function placeOf(text: string, needle: string, path = 'content/p.md') {
  const { tree } = await parsePage(path, text);
  const { examples } = await findExamples(tree, path, text, none, 1_000);
  const { source, origin } = examples[0]!;
  const lines = source.split('\n');
  const at = lines.findIndex((line) => line.includes(needle));
  const before = lines[at]!.slice(0, lines[at]!.indexOf(needle));
  return locate(origin, source, { line: at + 1, column: Buffer.byteLength(before) + 1 })?.start;
}

/** The place of `needle` as an editor shows it. */
function editorPlace(text: string, needle: string) {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.includes(needle));
  return { line: at + 1, column: lines[at]!.indexOf(needle) + 1 };
}

const code = ['```go', 'var a = 1', '\tvar ö = "日本😀"; var needle = 2', '```'];
const indented = (prefix: string): string => code.map((line) => prefix + line).join('\n');

test.each([
  ['at the top', indented('')],
  ['behind frontmatter', `---\ntitle: x\n---\n\n${indented('')}`],
  ['in a list', `- item\n\n${indented('  ')}`],
  ['in a nested list', `1. a\n\n   - b\n\n${indented('     ')}`],
  ['in a quote', indented('> ')],
  ['in a quote without a space', indented('>')],
  ['in a list in a quote', `> - item\n>\n${indented('>   ')}`],
  ['in a list indented by tabs', `-\titem\n\n${indented('\t')}`],
  ['in an indented fence', indented('   ')],
  ['with CRLF', `# t\n\n${indented('')}`.replaceAll('\n', '\r\n')],
  ['with CRLF in a list', `- t\n\n${indented('  ')}`.replaceAll('\n', '\r\n')],
  ['with tildes', indented('').replaceAll('```', '~~~')],
  ['behind non-ASCII prose', `Größe 日本 😀\n\n${indented('')}`],
])('positions %s', async (_, text) => {
  expect(await placeOf(text, 'needle')).toEqual(editorPlace(text, 'needle'));
});

test('positions in MDX, behind an import and inside a component', async () => {
  const text = `import X from './x.astro'\n\n<X>\n\n${indented('')}\n\n</X>\n`;
  expect(await placeOf(text, 'needle', 'content/p.mdx')).toEqual(editorPlace(text, 'needle'));
});

test('the lines that complete a fragment have no place', async () => {
  const { tree } = await parsePage('p.md', '```go\nfmt.Println(1)\n```');
  const { examples } = await findExamples(tree, 'p.md', '```go\nfmt.Println(1)\n```', none, 1_000);
  expect(locate(examples[0]!.origin, examples[0]!.source, { line: 1, column: 1 })).toBeUndefined();
});

test('other languages, and fences that say ignore, are left alone', async () => {
  const text = '```js\n1\n```\n\n```go ignore\nnot Go\n```\n\n    indented\n';
  const { tree } = await parsePage('p.md', text);
  const found = await findExamples(tree, 'p.md', text, none, 1_000);
  expect(found.examples).toEqual([]);
  expect(found.problems).toEqual([]);
  expect(found.ignored.map(({ value }) => value)).toEqual(['not Go']);
});

test.each([
  ['---\ntitle: [a\n---\n', 'p.md', 2],
  ['# a\n\n{1 +}\n', 'p.mdx', 3],
  ['# a\n\n<b>\n', 'p.mdx', 3],
])('%j is a page that cannot be read', async (text, path, line) => {
  const [problem] = (await parsePage(path, text)).problems;
  expect(problem).toMatchObject({ rule: 'page-syntax', path, start: { line } });
});
