import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPage } from './page.ts';

/*
 * Every folder of fixtures/ is a test: `input.md` goes through a plain unified pipeline with the real
 * toolchain, and `output.html`, which opens in a browser, must come out.
 */
const folder = new URL('./fixtures/', import.meta.url);

test.each(readdirSync(folder))('%s', async (name) => {
  const file = await renderPage(name, readFileSync(new URL(`${name}/input.md`, folder), 'utf8'));
  expect(file.messages.map(String)).toEqual([]);
  const page = [
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${name}</title>\n<link rel="stylesheet" href="../../../styles.css">`,
    '<style>:root { color-scheme: light dark } body { background: Canvas } main { max-width: 46rem; margin: auto; font-family: sans-serif }</style>',
    `<main>\n${String(file)}\n</main>\n</html>\n`,
  ].join('\n');
  // The program in a link names its compiler too, and is compressed: otherwise on another kind of processor.
  const steady = page
    .replaceAll(/\bgo1\.\d+(\.\d+)?( \w+\/\w+)?/g, 'go1.N')
    .replaceAll(/(\/clientstate\/)[\w-]+/g, '$1PROGRAM');
  await expect(steady).toMatchFileSnapshot(`fixtures/${name}/output.html`);
});
