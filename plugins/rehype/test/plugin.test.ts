import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import { page } from '../../expressive-code/test/render.ts';
import { fixture } from '../../render/test/fixtures.ts';
import * as entry from '../src/index.ts';
import { script, styles } from '../src/index.ts';
import { render } from './render.ts';

test('the exports are these', () => {
  expect(Object.keys(entry).toSorted()).toEqual(['default', 'rehypeEscapement', 'script', 'styles']);
});

test('the stylesheet and the script are files as well (npx vitest run plugins/rehype --update)', async () => {
  await expect(styles.trimStart()).toMatchFileSnapshot('../styles.css');
  await expect(`${script}\n`).toMatchFileSnapshot('../client.js');
});

const { code, block } = fixture('sites');

describe('code that is not verified', { timeout: 60_000 }, () => {
  const others = '```js\nlet a = 1;\n```\n\n```klingon\nHegh\n```\n\n    indented\n';

  it('gets the same frame, whatever its language', async () => {
    const tree = await render(others);
    expect(selectAll('.esc-code', tree).map((each) => toString(each))).toEqual([
      'let a = 1;\n',
      'Hegh\n',
      'indented\n',
    ]);
    expect(selectAll('[style*="--shiki-dark:"]', select('.esc-line', tree)!).length).toBeGreaterThan(1);
    expect(select('.esc-gutter, .esc-notes', tree)).toBeUndefined();
  });

  it('is left alone where another plugin takes care of it, but for the output of programs', async () => {
    const [fence, facts] = page(code, block);
    const output = '```text title="Output, exit status 3" frame="terminal"\nno\n```\n';
    const tree = await render(`${others}\n${fence}\n${output}`, facts, { others: 'leave' });
    expect(toHtml(select('pre', tree)!)).toBe('<pre><code class="language-js">let a = 1;\n</code></pre>');
    expect(selectAll('.esc-block', tree)).toHaveLength(2);
    expect(toString(select('figcaption', tree)!)).toBe('Output, exit status 3');
  });
});

it('finds the facts on the root of the tree, and the meta in an attribute', { timeout: 60_000 }, async () => {
  const [, facts] = page(code, block);
  const lines = { type: 'text' as const, value: code };
  const properties = { className: ['language-go'], metastring: `escapement=${block.id}` };
  const element = { type: 'element' as const, tagName: 'code', properties, children: [lines] };
  const tree = {
    type: 'root' as const,
    data: { escapement: facts },
    children: [{ ...element, tagName: 'pre', properties: {}, children: [element] }],
  };
  await unified().use(entry.rehypeEscapement).run(tree);
  expect(select('.esc-notes', tree)).toBeDefined();
});

it('keeps tabs, and indents the rest of a line by whole tabs', async () => {
  const tree = await render('```go\nfunc f() {\n\t\treturn\n}\n```\n');
  expect(toString(selectAll('.esc-line', tree)[1]!)).toBe('\t\treturn\n');
  expect(selectAll('.esc-source', tree).map(({ properties }) => properties.style)).toEqual([
    undefined,
    '--esc-hang:calc(3 * var(--esc-tab) * 1ch)',
    undefined,
  ]);
});

it('takes other themes, and refuses what it does not know', { timeout: 60_000 }, async () => {
  const tree = await render('```js\nlet a = 1;\n```\n', undefined, {
    themes: { light: 'vitesse-light', dark: 'vitesse-dark' },
  });
  expect(select('pre', tree)!.properties.style).toContain('--shiki-dark-bg:#121212');
  const wrong = (options: object) => render('', undefined, options as never);
  await expect(wrong({ theme: 'x' })).rejects.toThrow('Unexpected option `theme`');
  await expect(wrong({ others: 'no' })).rejects.toThrow('expected `highlight` or `leave`');
  await expect(render('', undefined, null)).resolves.toBeDefined();
});
