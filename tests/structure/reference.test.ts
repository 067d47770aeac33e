import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optionsPage } from '../../scripts/reference/options.ts';

test('the page of the options is the one that the schema makes (npm run reference)', () => {
  const page = new URL('../../content/reference/options.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(optionsPage());
});
