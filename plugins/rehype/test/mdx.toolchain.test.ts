import { evaluate } from '@mdx-js/mdx';
import remarkEscapement from '@escapement/remark';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { createElement, type ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { rehypeEscapement } from '../src/index.ts';
import { options, renderPage, root } from './page.ts';

const fence =
  '```go id=a title="limit.go" show=frame\nfunc f() *int {\n\tx := 1 // want heap\n\treturn &x\n}\n```\n';

test('MDX compiles, and renders what a plain pipeline gives', async () => {
  const text = `export const name = 'Go'\n\n<p className="hello">Hello, {name}</p>\n\n${fence}`;
  const file = new VFile({ path: `${root}content/page.mdx`, value: text });
  const { default: Content } = await evaluate(file, {
    ...runtime,
    remarkPlugins: [[remarkEscapement, options]],
    rehypePlugins: [rehypeEscapement],
  });
  const page = fromHtml(renderToStaticMarkup(createElement(Content, { components: { input: Input } })), {
    fragment: true,
  });
  const plain = fromHtml(String(await renderPage('page', fence)), { fragment: true });
  expect(toString(select('.hello', page)!)).toBe('Hello, Go');
  expect(toString(select('pre', page)!)).toBe('func f() *int {\n\tx := 1\n\treturn &x\n}\n');
  expect(selectAll('.esc-mark', page).map((mark) => toString(mark))).toEqual(['x']);
  expect(withoutStyle(toHtml(select('.esc-block', page)!))).toBe(
    withoutStyle(toHtml(select('.esc-block', plain)!)),
  );
});

/** For React a `checked` without more is a field that nobody can change. */
function Input({ checked, ...rest }: ComponentProps<'input'>) {
  return createElement('input', { ...rest, defaultChecked: checked });
}

/** React writes styles its own way, and attributes in its own order. */
function withoutStyle(html: string): string {
  return html.replaceAll(/<(\w+)((?: [\w-]+(?:="[^"]*")?)*)>/g, (_, name: string, attributes: string) => {
    const all = attributes.match(/ [\w-]+(?:="[^"]*")?/g) ?? [];
    return `<${name}${all
      .filter((each) => !each.startsWith(' style='))
      .toSorted()
      .join('')}>`;
  });
}
