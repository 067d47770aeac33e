import { expect, test } from 'vitest';
import { files, read } from './source.ts';

/** The length that a reader takes in at one sitting, and the one that nobody does. */
const limits = { median: 100, longest: 400 };

const sources = files(
  'plugins/*/src/**/*.ts',
  'src/**/*.{ts,astro}',
  'scripts/**/*.{ts,mjs}',
  '*.{ts,mjs}',
).map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }));

test('no source file is long', () => {
  expect(sources.filter(({ lines }) => lines > limits.longest)).toEqual([]);
});

test('half of the source files are short', () => {
  const sorted = sources.map(({ lines }) => lines).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(limits.median);
});
