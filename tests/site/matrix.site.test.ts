import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { project, type Built, type Project } from './project.ts';

/*
 * What sites have besides: the table in content/reference/hosts.md tells the same to their authors.
 */

const options = (more: string) => `export default { ${more}, bench: { count: 2, time: '10x' } };\n`;

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/matrix/${name}`, import.meta.url), 'utf8');

/** A page with an example in a list, a number in a sentence, a claim and a table. */
const page = (id: string, before = '') => `---
title: ${id}
---
${before}
- An item with an example:

  \`\`\`go id=${id}
  func ${id}() *int {
  	n := 1 // want heap
  	return &n
  }
  \`\`\`

The number is :fact[heap]{of=${id}}.

:::claim{#C-${id} of=${id} expect="n is stack" verdict=refuted}
It is in the frame.
:::

::escapes{of=${id}}
`;

/** As an editor on Windows saves it. */
const windows = (text: string) => text.replaceAll('\n', '\r\n');

describe('Starlight, in a folder of a monorepo, with a base path, languages, two collections and links', () => {
  let site: Project;
  let built: Built;

  beforeAll(async () => {
    // Its packages are installed in a folder above.
    site = project('one repository/packages/la guía');
    rmSync(join(site.root, 'content'), { recursive: true });
    site.write('astro.config.mjs', fixture('starlight.config.mjs'));
    site.write('src/content.config.ts', windows(fixture('starlight.collections.ts')));
    site.write('src/pages/notes/[...page].astro', fixture('notes.astro'));
    const folders = "content: ['./content/', 'more/notes'], addresses: { 'more/notes': '/notes/' }";
    site.write('escapement.config.mjs', windows(options(folders)));
    site.write(
      'content/index.mdx',
      windows(page('start', '\nexport const name = \'Go\';\n\n<p class="greeting">Hello, {name}</p>\n')),
    );
    site.write('content/año 1/page.md', windows(page('year')));
    site.write('content/es/page.md', page('spanish'));
    site.write('examples/shop/shop.go', windows(site.read('examples/shop/shop.go')));
    site.write(
      'content/quote.md',
      windows('---\ntitle: Quote\n---\n\n```go file=examples/shop/shop.go region=new\n```\n'),
    );
    site.write('more/notes/note.md', page('note'));
    site.write('../shared pages/shared.md', page('shared'));
    site.write('../one page.md', page('alone'));
    mkdirSync(join(site.root, 'content/one'));
    symlinkSync('../../shared pages', join(site.root, 'content/linked'));
    symlinkSync('../../../one page.md', join(site.root, 'content/one/file.md'));
    built = await site.build();
  });

  const routes = {
    'content/index.mdx': ['start', ''],
    'content/año 1/page.md': ['year', 'año-1/page/'],
    'content/es/page.md': ['spanish', 'es/page/'],
    'content/linked/shared.md': ['shared', 'linked/shared/'],
    'content/one/file.md': ['alone', 'one/file/'],
    'more/notes/note.md': ['note', 'notes/note/'],
  };

  test('every page is verified once', () => {
    expect(built.output).toContain('7 pages, 7 examples');
    expect(built.code).toBe(0);
  });

  test.each(Object.entries(routes))('%s', (path, [id = '', address = '']) => {
    const html = site.read(`dist/${address}index.html`);
    expect(html).toMatch(new RegExp(`id="${id}-l2c1-2"[^>]* data-tone="heap"`));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => decodeURIComponent(target!));
    expect(targets.filter((target) => !html.includes(` id="${target}"`))).toEqual([]);
    expect(html).toContain('refuted');
    expect(html).not.toContain('\r');
    expect(html).not.toContain('// want');
    const facts = JSON.parse(site.read(`dist/${address}facts.json`)) as { pages: unknown[] };
    expect(facts.pages).toContainEqual(expect.objectContaining({ path, address: `/docs/${address}` }));
  });

  test('what is wrong is told at its place', async () => {
    for (const path of Object.keys(routes)) site.edit(path, 'want heap', 'want stack');
    site.edit('examples/shop/shop.go', 'want heap', 'want stack');
    const wrong = await site.build();
    expect(wrong.code).toBe(1);
    const places = [...wrong.output.matchAll(/^(\S.*:\d+:\d+): .*\[claim-failed\]/gm)].map(([, at]) => at);
    expect(places).toEqual([
      'content/año 1/page.md:9:19',
      'content/es/page.md:9:19',
      'content/index.mdx:13:19',
      'content/linked/shared.md:9:19',
      'content/one/file.md:9:19',
      'examples/shop/shop.go:13:25',
      'more/notes/note.md:9:19',
    ]);
  });
});

describe('Astro without Starlight, pages among its routes and in a collection of another name', () => {
  let site: Project;

  beforeAll(() => {
    site = project('ordinary ünïcode');
    rmSync(join(site.root, 'content'), { recursive: true });
    site.write('astro.config.mjs', fixture('plain.config.mjs'));
    site.write('src/content.config.ts', fixture('plain.collections.ts'));
    site.write('src/pages/notes/[...page].astro', fixture('notes.astro'));
    const folders =
      "content: ['src/pages', 'src/content/notes'], addresses: { 'src/content/notes': 'notes' }";
    site.write('escapement.config.mjs', options(folders));
    site.write('src/pages/about it.md', windows(page('about')));
    site.write('src/pages/more.mdx', windows(page('more', "\nexport const name = 'Go';\n")));
    site.write('src/content/notes/note.md', page('note'));
  });

  test('it builds, also by way of a link to its folder', async () => {
    const link = join(dirname(site.root), 'link to a site');
    rmSync(link, { force: true });
    symlinkSync(site.root, link);
    const built = await site.build({}, link);
    expect(built.output).toContain('3 pages, 3 examples');
    expect(built.code).toBe(0);
    for (const [id, path] of [
      ['about', 'about it'],
      ['more', 'more'],
      ['note', 'notes/note'],
    ])
      expect(site.read(`dist/${path}/index.html`)).toMatch(
        new RegExp(`id="${id}-l2c1-2"[^>]* data-tone="heap"`),
      );
  });

  test('another Markdown processor, and a folder that is not there, are refused', async () => {
    site.edit('astro.config.mjs', 'markdown: { processor: unified() },', '');
    expect((await site.build()).output).toContain(
      'Unexpected Markdown processor `satteri`, expected `unified()`: Escapement is a remark plugin.',
    );
    site.write('astro.config.mjs', fixture('plain.config.mjs'));
    site.edit('escapement.config.mjs', 'src/pages', 'src/sites');
    expect((await site.build()).output).toContain(
      `Unexpected content folder \`src/sites\`: ${site.root} has none of that name.`,
    );
    site.edit('escapement.config.mjs', 'src/sites', 'src/content');
    expect((await site.build()).output).toContain('content.1: `src/content/notes` is within `src/content`');
  });
});
