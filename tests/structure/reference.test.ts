import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cliPage } from '../../scripts/reference/cli.ts';
import { directivesPage } from '../../scripts/reference/directives.ts';
import { wordsPage } from '../../scripts/reference/meta.ts';
import { optionsPage } from '../../scripts/reference/options.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../content/reference/${name}.md`, import.meta.url), 'utf8');

test('the page of the options is the one that the schema makes (npm run reference)', () => {
  expect(read('options')).toBe(optionsPage());
});

test('the page of the command line is the one that its commands make (npm run reference)', async () => {
  expect(read('cli')).toBe(await cliPage());
});

test('the pages of words and directives are those that their schemas make (npm run reference)', () => {
  expect(read('words')).toBe(wordsPage());
  expect(read('directives')).toBe(directivesPage());
});
