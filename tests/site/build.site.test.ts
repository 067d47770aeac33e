import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { project, type Built } from './project.ts';

const site = project('build');
const page = (path: string): string => site.read(`dist/${path}/index.html`);
let first: Built;

beforeAll(async () => {
  first = await site.build();
});

test('three good pages build', () => {
  expect(first.output).toContain('3 pages, 3 examples, no problems (go1.');
  expect(first.output).not.toContain('i18n');
  expect(first.code).toBe(0);
});

test('marks stand on the expressions that the compiler names', () => {
  const html = page('guide/point');
  expect(texts(html, '.esc-mark')).toEqual(['p', '&Point{1, 2}']);
  expect(textOf(html)).toContain('The variable p is moved to the heap: a pointer to it is returned');
  expect(textOf(html)).toMatch(/checked with go1\.\d+(\.\d+)? \w+\/\w+/);
  expect(textOf(html)).toContain('go build -gcflags=-m=2');
});

test('the escapes table has the sites, prose keeps its colons', () => {
  const html = page('guide/point');
  const rows = rowsOf(html, 'escapement-escapes');
  expect(rows).toEqual([
    ['Site', 'Line', 'Verdict', 'Reason', 'Escape analysis says', 'The code calls'],
    ['p', '4', 'heap', 'returned pointer', 'moved to heap: p', 'runtime.newobject'],
    ['&Point{...}', '9', 'stack', '–', '&Point{...} does not escape', 'no allocator'],
  ]);
  expect(textOf(html)).toContain('returned, at 10:30.');
});

test('claims are stripped from what the reader sees and copies', () => {
  expect(page('guide/point')).not.toContain('want heap');
  expect(page('guide/shop')).not.toContain('want heap');
});

test('the quoted region, its benchmark and the numbers in the sentence', () => {
  const html = page('guide/shop');
  const text = textOf(html);
  expect(text).toContain('return &Item{}');
  expect(text).not.toContain('Item is for sale');
  expect(text).toContain('It costs 1 alloc/op and 64 B/op.');
  const cells = rowsOf(html, 'escapement-bench')[1]!;
  expect([cells[0], ...cells.slice(3)]).toEqual(['New', '64', '1', '6']);
  expect(cells[1]).toMatch(/^[\d.]+ [nµ]s$/);
  expect(cells[2]).toMatch(/^[\d.]+–[\d.]+ [nµ]s$/);
  expect(html).toContain('starlight-aside');
});

test('a program of an MDX page is run and its output shown', () => {
  const text = textOf(page('.'));
  expect(text).toContain('hello from MDX');
  expect(text).toContain('Hello, Go');
});

test('a second build runs no Go compile and gives the same pages', async () => {
  const before = ['.', 'guide/point', 'guide/shop'].map(page);
  const { go, calls } = loggingGo();
  const second = await site.build({ ESCAPEMENT_TEST_GO: go });
  expect(second.code).toBe(0);
  expect(calls().filter((call) => !/^(env|version)\b/.test(call))).toEqual([]);
  expect(calls().length).toBeGreaterThan(0);
  expect(['.', 'guide/point', 'guide/shop'].map(page)).toEqual(before);
});

test('a changed quoted file changes the page, though no Markdown changed', async () => {
  site.edit('examples/shop/shop.go', 'Price [8]int64', 'Price [16]int64');
  expect((await site.build()).code).toBe(0);
  expect(textOf(page('guide/shop'))).toContain('It costs 1 alloc/op and 128 B/op.');
});

/** A `go` that writes down what it was asked, and then does it. */
function loggingGo(): { go: string; calls: () => string[] } {
  const go = join(site.root, 'logging-go.sh');
  const log = join(site.root, 'calls.log');
  const real = execFileSync('sh', ['-c', 'command -v go'], { encoding: 'utf8' }).trim();
  writeFileSync(go, `#!/bin/sh\necho "$@" >> '${log}'\nexec '${real}' "$@"\n`);
  chmodSync(go, 0o755);
  return {
    go,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}

/** The visible text of a page. */
function textOf(html: string): string {
  return toText(fromHtml(html));
}

function texts(html: string, selector: string): string[] {
  return selectAll(selector, fromHtml(html)).map((element) => toText(element));
}

function rowsOf(html: string, table: string): string[][] {
  return selectAll(`table.${table} tr`, fromHtml(html)).map((row) =>
    selectAll('th, td', row).map((cell) => toText(cell).trim()),
  );
}
