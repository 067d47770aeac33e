import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { severity, startEditor } from './editor/client.ts';
import { goCommands, notingGo, writeProject } from './editor/project.ts';

const page = `---
title: Limits
---

A *limit*, and two claims.

\`\`\`go id=limit
func New() *int {
	limit := 60 // want stack
	return &limit
}
\`\`\`

:::claim{#C1 of=limit expect="limit in New is stack"}
It stays in the frame.
:::

::escapes{of=limit}
`;

/** A project whose options stand in its own folder, one below that which the editor has open. */
function project(name: string, options = "{ docs: 'https://example.org/rules/', go: './go.sh' }") {
  const root = writeProject(name, {
    'package.json': JSON.stringify({ remarkConfig: { plugins: ['@escapement/remark'] } }),
    'site/escapement.config.mjs': `console.log('options are read');\nexport default ${options};\n`,
    'site/content/limits.md': '# Another text than the editor has\n',
    'site/content/other.md': '```go\nvar broken int = "on disk"\n```\n',
    'README.md': '```go\nnot a page\n```\n',
    ...Object.fromEntries(Object.entries(notingGo()).map(([path, text]) => [`site/${path}`, text])),
  });
  chmodSync(join(root, 'site/go.sh'), 0o755);
  return root;
}

test('a stale claim and a refuted one are told at their places, from the text in the editor', async () => {
  const root = project('places');
  const editor = await startEditor(root);
  const diagnostics = await editor.open('site/content/limits.md', page);
  expect(diagnostics).toMatchObject([
    {
      range: { start: { line: 8, character: 21 }, end: { line: 8, character: 26 } },
      severity: severity.error,
      code: 'claim-failed',
      codeDescription: { href: 'https://example.org/rules/#claim-failed' },
      source: 'escapement',
      message: expect.stringMatching(/^Unexpected decision of the compiler, expected `stack`/),
    },
    {
      range: { start: { line: 13, character: 30 } },
      severity: severity.error,
      code: 'claim-verdict',
      codeDescription: { href: 'https://example.org/rules/#claim-verdict' },
    },
  ]);
  // Only the examples of this page were compiled.
  const compiled = goCommands(join(root, 'site'));
  expect(compiled.length).toBeGreaterThan(0);
  const mended = page.replace('// want stack', '// want heap').replace(/:::claim[^]*?:::\n/, '');
  expect(await editor.type('site/content/limits.md', mended)).toEqual([]);
  // What is known needs no Go.
  const before = goCommands(join(root, 'site')).length;
  expect(await editor.type('site/content/limits.md', `${mended}\nMore [words](/other/).\n`)).toEqual([]);
  const [link] = await editor.type('site/content/limits.md', `${mended}\nMore [words](/othr/).\n`);
  expect(link).toMatchObject({ code: 'link-broken', data: { expected: ['/other/'] } });
  expect(goCommands(join(root, 'site'))).toHaveLength(before);
  // Another page stays apart, and what is no page is left alone.
  const [other] = await editor.open('site/content/other.md', '```go benhc\nvar a = 1\n```\n');
  expect(other).toMatchObject({
    code: 'meta-unknown',
    range: { start: { line: 0, character: 6 }, end: { character: 11 } },
  });
  expect(await editor.open('README.md', '```go\nnot a page\n```\n')).toEqual([]);
  // What options or plugins print comes as a message of the protocol, and breaks nothing.
  expect(editor.noise()).toMatchObject([
    { method: 'window/logMessage', params: { message: 'options are read' } },
  ]);
});

test('pages at the root of a project are verified, where that is the content folder', async () => {
  const editor = await startEditor(project('root', "{ content: ['.'] }"));
  const [slip] = await editor.open('site/start.md', '```go benhc\nvar a = 1\n```\n');
  expect(slip).toMatchObject({ code: 'meta-unknown' });
});

test('while an author types, answers come in order, and texts in between are not compiled', async () => {
  const root = project('typing');
  const path = 'site/content/limits.md';
  const editor = await startEditor(root);
  await editor.open(path, '# Limits\n');
  const compiled = () => goCommands(join(root, 'site')).length;
  const textOf = (value: string) => `\`\`\`go\nvar limit int = ${value}\n\`\`\`\n`;
  // The first text is being compiled until all the others have come.
  const held = join(root, 'site/go.held');
  writeFileSync(held, '');
  const before = compiled();
  const answers = await editor.typeFast(path, ['1', '12', '123', '1234', 'x'].map(textOf), () =>
    rmSync(held),
  );
  expect(answers[0]).toEqual([]);
  expect(answers.at(-1)).toMatchObject([
    { code: 'example-compile', range: { start: { line: 1, character: 16 } } },
  ]);
  const two = compiled() - before;
  expect(await editor.type(path, textOf('y'))).toHaveLength(1);
  expect(two).toBeLessThanOrEqual(2 * (compiled() - before - two));
});

test('what keeps a page from being verified is a message of its rule, and goes away when it is mended', async () => {
  const root = project('failing', "{ go: './go.sh', maxPageBytes: 'many' }");
  const editor = await startEditor(root);
  const path = 'site/content/limits.md';
  const options = join(root, 'site/escapement.config.mjs');
  const text = '```go\nvar limit = 60\n```\n';
  const [wrong] = await editor.open(path, text);
  expect(wrong).toMatchObject({ code: 'options', severity: severity.error, range: { start: { line: 0 } } });
  expect(wrong!.message).toContain('maxPageBytes');
  writeFileSync(options, "export default { go: '/nowhere/go' };\n");
  const [missing] = await editor.type(path, text);
  expect(missing).toMatchObject({ code: 'go-missing', message: expect.stringContaining('/nowhere/go') });
  writeFileSync(options, '');
  expect(await editor.type(path, text)).toEqual([]);
});

test('a problem in a quoted file is told at the fence; timings are not taken', async () => {
  const root = project('quoting');
  const shop = (claim: string) =>
    `package shop\n\nvar limit = 60\n\n// Limit is the most.\nfunc Limit() *int { return &limit } // want ${claim}\n`;
  mkdirSync(join(root, 'site/examples/shop'), { recursive: true });
  writeFileSync(join(root, 'site/examples/go.mod'), 'module example.test/shop\n\ngo 1.24\n');
  writeFileSync(join(root, 'site/examples/shop/shop.go'), shop('heap'));
  writeFileSync(
    join(root, 'site/examples/shop/shop_test.go'),
    'package shop\n\nimport "testing"\n\nfunc BenchmarkLimit(b *testing.B) {\n\tfor b.Loop() {\n\t\tLimit()\n\t}\n}\n',
  );
  const editor = await startEditor(root);
  const text = '# Shop\n\n```go file=examples/shop/shop.go bench\n```\n\n::bench{of=Limit}\n';
  const told = await editor.open('site/content/limits.md', text);
  expect(told).toMatchObject([
    { code: 'timings-stale', severity: severity.warning, range: { start: { line: 2, character: 0 } } },
    {
      code: 'claim-failed',
      severity: severity.error,
      range: { start: { line: 2, character: 0 } },
      message: expect.stringMatching(/^examples\/shop\/shop\.go:6:45: Unexpected decision/),
    },
  ]);
  expect(existsSync(join(root, 'site/captures'))).toBe(false);
});

test('formatting leaves frontmatter, directives and code as they are', async () => {
  const editor = await startEditor(project('format'));
  await editor.open('site/content/limits.md', page);
  expect(await editor.format('site/content/limits.md')).toBeUndefined();
});
