import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findSites, parseDiagnostics } from '@escapement/facts';

const folder = new URL('./fixtures/diagnostics/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const source = read('shapes.go.txt');
const all = (line: number): number => line;

/** One line a site: what is marked, the verdict, the sentence. */
function describe(version: string): string {
  const sites = findSites(parseDiagnostics(read(version)), 'shapes.go', source, all);
  const lines = source.split('\n');
  return sites
    .map(({ number, span, verdict, sentence, steps }) => {
      const marked = lines[span.line - 1]!.slice(span.start, span.end);
      const chain = steps.map(({ text, expr }) => `     ${expr}: ${text}`);
      return [`${number}. ${span.line} «${marked}» ${verdict}`, `   ${sentence}`, ...chain].join('\n');
    })
    .join('\n');
}

test.each(readdirSync(folder).filter((name) => name.startsWith('go1')))('the sites of %s', async (name) => {
  await expect(describe(name)).toMatchFileSnapshot(`fixtures/sites/${name}`);
});

test('columns are UTF-16 units behind non-ASCII text', () => {
  const sites = findSites(parseDiagnostics(read('go1.26.txt')), 'shapes.go', source, all);
  const moved = sites.find(({ subject }) => subject === 'größe')!;
  expect(source.split('\n')[moved.span.line - 1]!.slice(moved.span.start, moved.span.end)).toBe('größe');
});

test('lines that are not shown have no site, and the rest is numbered from 1', () => {
  const shown = (line: number): number | undefined => (line >= 18 && line <= 21 ? line - 17 : undefined);
  const sites = findSites(parseDiagnostics(read('go1.26.txt')), 'shapes.go', source, shown);
  expect(sites.map(({ number, span, subject }) => [number, span.line, subject])).toEqual([[1, 2, 'p']]);
});
