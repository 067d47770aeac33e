import { describe, expect, test } from 'vitest';
import { readOptions } from '../src/options.ts';
import { parsePage } from '../src/page/parse.ts';
import { linkedPage, shallowPage } from '../src/site-links/linked-page.ts';
import { routeOf } from '../src/site-links/routes.ts';
import { siteMap } from '../src/site-links/site-map.ts';
import { brokenLinks } from '../src/site-links/verify.ts';

const options = readOptions({ content: ['content', 'posts'], addresses: { posts: '/blog/' } });

/** A site, of which each page but the first is there to be linked to. */
const PAGES = {
  'content/guide/sizes.md':
    '## How large?\n\n## How large?\n\n## A -- B & `c_d` {x}\n\n## Go 1.26: `new(x)`\n\n### A :term[frame]\n',
  'content/guide/index.md': '# Guide\n\nNote:this[^1]\n\n[^1]: Below.\n',
  'content/guide/My Page.md': '<a id="here"></a>\n\n> ## In a quote\n',
  'content/named.md': '---\nslug: guide/own-name\n---\n\nText.\n',
  'content/later.md': '---\ndraft: true\n---\n\n## Soon\n',
  'content/go.md':
    '```go id=pool\n```\n\n```go\n```\n\n:::claim{#C10 of=pool expect="x is heap"}\nYes.\n:::\n\n## Costs :fact[allocs/op]{of=pool}\n',
  'content/claims.md':
    '```go id=pool\n```\n\n```go\n```\n\n:::claim{#C10 of=pool expect="x is heap"}\nYes.\n:::\n',
  'content/parts.mdx': "import Part from './_part.mdx';\n\n<Part />\n",
  'content/tabs.mdx':
    'import { Tabs } from \'@astrojs/starlight/components\';\n\n<Tabs id="tabs">\n\n## In a tab\n\n</Tabs>\n',
  'content/_part.mdx': '## Of a part\n',
  'content/es/guide/sizes.md': '## Cuánto\n',
  'content/es/guide/nur-hier.md': '# Nur hier\n',
  'posts/first.md': '## One\n',
};

/** What is wrong with a text on the page `content/guide/p.md`. */
async function told(text: string, base = '', path = 'content/guide/p.md') {
  const texts = Object.entries({ ...PAGES, [path]: text });
  const pages = await Promise.all(
    texts.map(async ([name, source]) => {
      const { tree } = await parsePage(name, source);
      return linkedPage({ path: name, text: source, tree }, options)!;
    }),
  );
  const routes = ['blog/index', 'blog/[...slug]', 'guide/tags/[tag]', 'about'].map(routeOf);
  const site = siteMap(pages, { routes, others: ['guide/api'], base });
  const page = pages.find((one) => one.path === path)!;
  return brokenLinks([page], site, new Set(['README.md'])).map(({ start, end, reason }) => ({
    at: `${start.line}:${start.column}-${end?.column}`,
    reason,
  }));
}

describe('right is a link to', () => {
  test.each([
    ['a page', '/guide/sizes/ /guide/sizes /guide/ /guide/my-page/?q=1#here /blog/first/#one'],
    ['a page by its own name', '/guide/own-name/'],
    [
      'headings',
      '/guide/sizes/#how-large /guide/sizes/#how-large-1 /guide/sizes/#a--b--c_d-x /guide/sizes/#a----b--c_d-x',
    ],
    ['more headings', '/guide/sizes/#go-126-newx /guide/sizes/#a-frame /guide/my-page/#in-a-quote'],
    [
      'the beginning of a page, or words on it',
      '# #top #_top /guide/#:~:text=Note /guide/#user-content-fn-1',
    ],
    [
      'claims and examples',
      '/claims/#C10 /claims/#pool-n1 /claims/#pool-v2-l3c1-4 /claims/#x2-notes /claims/#esc-bench-3',
    ],
    ['what a page takes from elsewhere', '/go/#costs-3-allocsop /parts/#of-a-part'],
    ['a heading in another alphabet', '/es/guide/sizes/#cu%C3%A1nto /es/guide/sizes/#cuánto'],
    ['a page in place of a translation', '/es/guide/my-page/#here'],
    ['pages beside this one', '../sizes/ ./sizes/ sizes/#how-large ../../named/../blog/first/'],
    ['files', './sizes.md#how-large ../es/guide/sizes.md ../../README.md ../../posts/first.md'],
    ['pages of code', '/about/ /blog/ /guide/tags/go/ /guide/api/ /guide/api/limits/#x'],
    ['what may be one', '/named/ /shop/ /shop/x/ /facts.json /guide/limits.pdf'],
    ['other sites', 'https://go.dev/x //go.dev/x mailto:a@b'],
  ])('%s', async (_, urls) => {
    expect(
      await told(
        urls
          .split(' ')
          .map((url) => `[x](<${url}>)`)
          .join(' '),
      ),
    ).toEqual([]);
  });
});

test.each([
  ['[x](/guide/szes/)', '1:5-17', 'the site has no such page, did you mean `/guide/sizes/`?'],
  ['[x](/giude/sizes/)', '1:5-18', 'the site has no such page, did you mean `/guide/sizes/`?'],
  ['[x](/guide/first/#a)', '1:5-20', 'the site has no such page, did you mean `/blog/first/#a`?'],
  ['[x](/blog/second/)', '1:5-18', 'the site has no such page'],
  ['[x](/guide/my%20page/)', '1:5-22', 'the site has no such page, did you mean `/guide/my-page/`?'],
  ['[x](../szes/)', '1:5-13', 'the site has no such page, did you mean `/guide/sizes/`?'],
  [
    '[x](/guide/sizes/#how-large-2)',
    '1:5-30',
    'content/guide/sizes.md has no such heading or id, did you mean `/guide/sizes/#how-large-1`?',
  ],
  [
    '[x](/guide/sizes/#How-large)',
    '1:5-28',
    'content/guide/sizes.md has no such heading or id, did you mean `/guide/sizes/#how-large`?',
  ],
  [
    '[x](/claims/#C11)',
    '1:5-17',
    'content/claims.md has no such heading or id, did you mean `/claims/#C10`?',
  ],
  ['[x](/claims/#pol-n1)', '1:5-20', 'content/claims.md has no such heading or id'],
  [
    '[x](/tabs/#in-tab)',
    '1:5-18',
    'content/tabs.mdx has no such heading or id, did you mean `/tabs/#in-a-tab`?',
  ],
  ['[x](/later/#soon)', '1:5-17', 'content/later.md is a draft, which is not published'],
  ['[x](./szes.md)', '1:5-14', 'there is no such file, did you mean `./sizes.md`?'],
  ['[x](../../LICENSE.md)', '1:5-21', 'there is no such file'],
  ['# A\n\n[#b](#b)', '3:6-8', 'content/guide/p.md has no such heading or id, did you mean `#a`?'],
  ['[x]\n\n[x]: /guide/szes/ "a"', '3:6-18', 'the site has no such page, did you mean `/guide/sizes/`?'],
  ['<p>\n<!-- <a href="#b"> -->\n<a href="#b">', '3:10-12', 'content/guide/p.md has no such heading or id'],
  [
    '---\nhero:\n  actions:\n    - link: "/guide/szes/"\n---\n',
    '4:14-26',
    'the site has no such page, did you mean `/guide/sizes/`?',
  ],
])('wrong is %s', async (text, at, why) => {
  expect(await told(text)).toEqual([{ at, reason: expect.stringContaining(`: ${why}`) }]);
});

test('a page that only a translation has is in no other language', async () => {
  const [lost] = await told(
    '[x](/fr/guide/sizes/) [x](/es/guide/p/#a) [x](/guide/nur-hier/)\n\n# A\n',
    '',
    'content/guide/p.md',
  );
  expect(lost!.reason).toMatch(/^Unexpected link to `\/guide\/nur-hier\/`: the site has no such page/);
});

test('tags of MDX are links by their `href`', async () => {
  const text = 'import { Card } from "x";\n\n<Card href="/guide/szes/" />\n\nA <a href="#b">b</a>.\n';
  expect((await told(text, '', 'content/guide/q.mdx')).map(({ at }) => at)).toEqual(['3:13-25', '5:12-14']);
});

test('a link may have the base of the site in front, as may what is suggested', async () => {
  expect(await told('[x](/docs/guide/sizes/) [x](/guide/sizes/)', '/docs')).toEqual([]);
  const [slip] = await told('[x](/docs/guide/szes/)', '/docs');
  expect(slip!.reason).toMatch(/did you mean `\/docs\/guide\/sizes\/`\?$/);
});

test('a part has headings only where it is shown, and a draft may lead to a draft', async () => {
  expect(await told('[x](#elsewhere)', '', 'content/_text.md')).toEqual([]);
  expect(await told('---\ndraft: true\n---\n\n[x](/later/)')).toEqual([]);
});

test('of a page whose frontmatter alone is read, its place is known, and any heading is right', () => {
  expect(
    shallowPage('content/a.md', '---\r\ntitle: A\r\nslug: b/c\r\n---\r\n## D\r\n', options),
  ).toMatchObject({
    address: '/b/c/',
    draft: false,
    anchors: { open: true },
  });
  expect(shallowPage('content/a.md', 'draft: true\n', options)).toMatchObject({
    address: '/a/',
    draft: false,
  });
});
