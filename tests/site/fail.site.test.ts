import { expect, test } from 'vitest';
import { project } from './project.ts';

const cases = [
  {
    page: 'content/guide/point.md',
    from: 'p := Point{x, x} // want heap',
    to: 'p := Point{x, x} // want stack',
    place: 'content/guide/point.md:12:27',
    rule: 'claim-failed',
  },
  {
    page: 'content/index.mdx',
    from: 'fmt.Println("hello from MDX")',
    to: 'fmt.Println(undefined)',
    place: 'content/index.mdx:11:13',
    rule: 'example-compile',
  },
  {
    page: 'examples/shop/shop.go',
    from: '// want heap',
    to: '// want stack',
    place: 'examples/shop/shop.go:13:25',
    rule: 'claim-failed',
  },
  {
    page: 'content/index.mdx',
    from: 'Hello, {name}',
    to: '<a href="/guide/pont/">Hello</a>',
    place: 'content/index.mdx:8:30',
    rule: 'link-broken',
  },
];

test('every kind of mistake stops the first build and every later one, all told at once', async () => {
  const site = project('fail');
  for (const { page, from, to } of cases) site.edit(page, from, to);
  for (const time of ['first', 'second']) {
    const { code, output } = await site.build();
    expect(code, time).toBe(1);
    for (const { place, rule } of cases) expect(output).toMatch(new RegExp(`${place}: .*\\[${rule}\\]`));
    expect(output).toContain('3 pages, 3 examples, 4 problems');
    expect(output, 'no stack trace').not.toMatch(/^\s+at .*prepass/m);
  }
  for (const { page, from, to } of cases) site.edit(page, to, from);
  expect((await site.build()).code).toBe(0);
  expect(site.read('dist/guide/point/index.html')).toContain('esc-mark');
});

test('a page that was good in the last build and is broken now is not published from the cache', async () => {
  const site = project('fail-later');
  expect((await site.build()).code).toBe(0);
  site.write(
    'content/guide/point.md',
    '---\ntitle: x\n---\n\n```go run\nfor {\n}\n```\n\n```go\nx :=\n```\n',
  );
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toMatch(/content\/guide\/point\.md:5:7: .*\[example-timeout\]/);
  expect(output).toMatch(/content\/guide\/point\.md:11:5: .*\[example-compile\]/);
});

test('Astro’s own Markdown processor is refused with what to do', async () => {
  const site = project('processor');
  site.edit('astro.config.mjs', 'markdown: { processor: unified() },', '');
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain('expected `unified()`');
});

test('options that do not fit are told by name', async () => {
  const site = project('options');
  site.edit('escapement.config.mjs', 'timeoutMs: 3000', "timeoutMs: 'long', colour: 'red'");
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain('run.timeoutMs');
});
