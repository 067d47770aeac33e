import type { PageFacts } from '@escapement/facts';
import { ExpressiveCodeEngine } from '@expressive-code/core';
import { select, selectAll, toHtml, toText, type Root } from '@expressive-code/core/hast';
import { describe, expect, it } from 'vitest';
import { fixture, fixtures } from '../../render/test/fixtures.ts';
import { pluginEscapement } from '../src/index.ts';
import { page, render } from './render.ts';

describe.each(fixtures())('$name', ({ name, code, block }) => {
  it('renders as its snapshot, which opens in a browser', async () => {
    const tree = await render(...page(code, block));
    // Inside the tags, as between them it would be text of the `pre`.
    const lines = toHtml(tree).replaceAll('<div class="ec-line', '<div\nclass="ec-line');
    const html = [
      '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">',
      `<title>${name}</title>\n<link rel="stylesheet" href="styles.css">\n<script defer src="script.js"></script>`,
      `${lines}\n</html>\n`,
    ].join('\n');
    await expect(html).toMatchFileSnapshot(`./snapshots/${name}.html`);
  });

  it('gives the copy button the code, and nothing else', async () => {
    const tree = await render(...page(code, block));
    expect(copied(tree)).toBe(code.trimEnd());
  });

  it('leaves the text of the lines as it was', async () => {
    const tree = await render(...page(code, block));
    expect(shown(tree)).toBe(code.trimEnd());
  });

  it('gives each id once, and links only to ids that there are', async () => {
    const tree = await render(...page(code, block));
    const ids = selectAll('[id]', tree).map(({ properties }) => properties.id as string);
    const links = selectAll('a[href^="#"]', tree).map(({ properties }) => properties.href as string);
    expect(new Set(ids).size).toBe(ids.length);
    // Two facts of this fixture are about lines that it does not have.
    const lost = name === 'overlap' ? ['#overlap-n9-ref'] : [];
    expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual(lost);
  });
});

it('has the stylesheet of its snapshot', async () => {
  const engine = new ExpressiveCodeEngine({ plugins: [pluginEscapement()] });
  const css = `${await engine.getBaseStyles()}${await engine.getThemeStyles()}`;
  await expect(`:root { color-scheme: light dark }\n${css.replaceAll('}', '}\n')}`).toMatchFileSnapshot(
    './snapshots/styles.css',
  );
});

it('has the script of its snapshot', async () => {
  const engine = new ExpressiveCodeEngine({ plugins: [pluginEscapement()] });
  const modules = await engine.getJsModules();
  await expect(`${modules.join('\n')}\n`).toMatchFileSnapshot('./snapshots/script.js');
});

it('gives the copy button the whole file of a fragment, and shows the fragment', async () => {
  const { code, block } = fixture('sites');
  const copy = `package main\n\n${code}`;
  const tree = await render(...page(code, { ...block, copy }));
  expect(copied(tree)).toBe(copy);
  expect(shown(tree)).toBe(code.trimEnd());
  expect(select('.copy button', tree)!.properties.title).toBe('Copy the whole file');
});

describe('marks', () => {
  it('stand on the exact expression, behind tabs and non-ASCII text', async () => {
    const { code, block } = fixture('sites');
    const tree = await render(...page(code, block));
    expect(text(tree, '#sites-l8c1-2')).toBe('p');
    expect(text(tree, '#sites-l31c13-21')).toBe('"größe:"');
    expect(text(tree, '#sites-l31c23-26')).toBe('p.x');
    expect(select('#sites-l31c23-26', tree)!.properties).toMatchObject({ dataTone: 'heap' });
  });

  it('of equal spans are one, with a reference to each note', async () => {
    const { code, block } = fixture('sites');
    const tree = await render(...page(code, block));
    const labels = selectAll('#sites-l31c28-34 + .esc-refs a', tree).map(
      ({ properties }) => properties.ariaLabel,
    );
    expect(labels).toEqual(['Note 6: ~r0, heap', 'Note 7: make([]byte, 8), stack']);
  });

  it('lie inside each other, and across each other', async () => {
    const { code, block } = fixture('overlap');
    const tree = await render(...page(code, block));
    expect(selectAll('#overlap-l3c8-51 .esc-mark', tree)).toHaveLength(2);
    expect(selectAll('.esc-ref', tree)).toHaveLength(9);
  });

  it('follow their lines when a comment with a file name is taken out as the title', async () => {
    const { code, block } = fixture('sites');
    const sites = block.sites.map((site) => ({
      ...site,
      span: { ...site.span, line: site.span.line + 1 },
      steps: [],
    }));
    const facts: PageFacts = { blocks: { sites: { ...block, sites, claims: [] } } };
    const tree = await render(`\`\`\`go escapement="sites"\n// main.go\n${code}\`\`\`\n`, facts);
    expect(shown(tree)).toBe(code.trimEnd());
    expect(text(tree, '#sites-l9c1-2')).toBe('p');
  });
});

describe('lines', () => {
  it('show the sign of their strongest verdict, its words and a tick', async () => {
    const { code, block } = fixture('sites');
    const tree = await render(...page(code, block));
    const lines = selectAll('.ec-line', tree);
    expect(select('.esc-sign', lines[30]!)!.properties.ariaLabel).toBe('heap');
    expect(select('.esc-sign', lines[23]!)!.properties.ariaLabel).toBe('grows onto the heap');
    expect(select('.esc-words', lines[23]!)!.properties.dataWords).toBe('grows onto the heap');
    expect(select('.esc-sign', lines[0]!)).toBeUndefined();
    expect(lines.flatMap((line, i) => (select('.esc-tick', line) ? [i + 1] : []))).toEqual([8]);
  });

  it('have no gutter where a block has nothing to show', async () => {
    const { code, block } = fixture('quiet');
    expect(select('.gutter', await render(...page(code, block)))).toBeUndefined();
  });

  it('that wrap are indented by whole tabs', async () => {
    const { code, block } = fixture('sites');
    const tree = await render(...page(code, block, 'wrap hangingIndent=2'));
    const styles = selectAll('.ec-line', tree).map(({ properties }) => properties.style);
    expect(styles[14]).toBe('--ecIndent:calc(2 * var(--esc-tab) * 1ch)');
    expect(styles[15]).toBe('--ecIndent:calc(3 * var(--esc-tab) * 1ch)');
  });
});

it.each([
  ['without facts', undefined],
  ['with facts of other blocks', { blocks: {} }],
])('leaves a page %s as it is', async (_, facts) => {
  const [markdown] = page(fixture('sites').code, fixture('sites').block);
  expect(toHtml(await render(markdown, facts))).toBe(toHtml(await render(markdown, undefined, {})));
});

it('leaves blocks of others on the page as they are', async () => {
  const { code, block } = fixture('sites');
  const [markdown, facts] = page(code, block);
  const other = '```sh\ngo test ./...\n```\n';
  const [, , rest] = (await render(`${markdown}\n${other}`, facts)).children;
  const [alone] = (await render(other, undefined, {})).children;
  expect(toHtml(rest!)).toBe(toHtml(alone!));
});

function text(tree: Root, selector: string): string {
  return toText(select(selector, tree)!, { whitespace: 'pre' });
}

/** The text of the lines; Expressive Code puts a line break into an empty one. */
function shown(tree: Root): string {
  const lines = selectAll('.ec-line .code', tree);
  return lines.map((line) => toText(line, { whitespace: 'pre' }).replace(/\n$/, '')).join('\n');
}

function copied(tree: Root): string {
  const code = select('.copy button', tree)!.properties.dataCode as string;
  return code.replaceAll('\u007f', '\n');
}

it('makes no element for text that has the colour of the code anyhow, and keeps what a theme colours', async () => {
  const { code, block } = fixture('sites');
  const tree = await render(...page(code, block));
  const marked = selectAll('.code span[style]', tree);
  expect(marked.length).toBeGreaterThan(0);
  for (const { properties } of marked) expect(properties.style).not.toBe('--0:#E1E4E8;--1:#24292E');
  for (const span of marked) expect(toText(span).trim()).not.toBe('');
});
