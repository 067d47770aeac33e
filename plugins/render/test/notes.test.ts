import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import * as api from '../src/index.ts';
import { renderNotes, styles } from '../src/index.ts';
import { fixture, fixtures } from './fixtures.ts';

describe('renderNotes', () => {
  it.each(fixtures())('renders $name as its snapshot', async ({ name, block }) => {
    const page = [
      '<!doctype html><html lang="en"><meta charset="utf-8">',
      `<title>${name}</title><link rel="stylesheet" href="styles.css">`,
      toHtml(renderNotes(block)),
      '</html>\n',
    ].join('\n');
    await expect(page).toMatchFileSnapshot(`./snapshots/${name}.html`);
  });

  it('has the stylesheet of its snapshots', async () => {
    await expect(`:root { color-scheme: light dark }\n${styles}`).toMatchFileSnapshot(
      './snapshots/styles.css',
    );
  });

  it.each(fixtures())('gives each id of $name once, with the prefix of the block', ({ block }) => {
    const ids = [...toHtml(renderNotes(block)).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id!.startsWith(`${block.id}-`))).toEqual([]);
  });

  it('renders nothing but the check for a block without sites', () => {
    const html = toHtml(renderNotes(fixture('quiet').block));
    expect(html).not.toContain('<ol');
    expect(html).toContain('checked with go1.26.8 linux/amd64');
  });

  it('escapes what comes from the compiler', () => {
    const block = { ...fixture('quiet').block, output: 'a < b && c > d' };
    expect(toHtml(renderNotes(block))).toContain('a &#x3C; b &#x26;&#x26; c > d');
  });

  it('does not change the facts', () => {
    const { block } = fixture('sites');
    const before = structuredClone(block);
    renderNotes(block);
    expect(block).toEqual(before);
  });
});

it('exports what its readme lists', () => {
  expect(Object.keys(api).toSorted()).toEqual([
    'blockAttributes',
    'blockStyles',
    'drawChart',
    'markLines',
    'pageStyles',
    'renderDiff',
    'renderGutter',
    'renderLineEnd',
    'renderNotes',
    'renderSpan',
    'renderSpans',
    'renderVerdict',
    'script',
    'scriptWithCopy',
    'styles',
    'wrapIndent',
  ]);
});
