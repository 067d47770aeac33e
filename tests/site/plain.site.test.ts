import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './project.ts';

const config = `import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { escapement } from '@escapement/astro';
import { defineConfig } from 'astro/config';

export default defineConfig({
  markdown: { processor: unified() },
  integrations: [mdx(), escapement({}, { shiki: true })],
});
`;

const collections = `import { pages } from '@escapement/astro/loader';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: pages() }) };
`;

const route = `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  const entries = await getCollection('docs');
  return entries.map((entry) => ({ params: { page: entry.id }, props: { entry } }));
}
const { Content } = await render(Astro.props.entry);
---
<html lang="en"><head><title>Page</title></head><body><Content /></body></html>
`;

test('a plain Astro site marks its examples with Shiki, in Markdown and MDX', async () => {
  const site = project('plain');
  site.write('astro.config.mjs', config);
  site.write('src/content.config.ts', collections);
  mkdirSync(join(site.root, 'src/pages'));
  site.write('src/pages/[...page].astro', route);
  const built = await site.build();
  expect(built.output).toContain('3 pages, 3 examples, no problems');
  expect(built.code).toBe(0);

  const page = site.read('dist/guide/point/index.html');
  expect(page).toMatch(
    /<span class="esc-mark" id="point-l4c1-2" data-tone="heap"><span style="--shiki-light:/,
  );
  expect(page).toContain('<section id="point-notes" class="esc-notes" data-status="verified">');
  expect(page).not.toContain('astro-code');
  const mdx = site.read('dist/index/index.html');
  expect(mdx).toContain('<figcaption class="esc-title">greet.go</figcaption>');
  expect(mdx).toContain('class="esc-notes"');
  expect(mdx).toContain('hello from MDX');
  for (const html of [page, mdx]) expect(stylesOf(html, site.read)).toContain('.esc-source');
});

/** The stylesheets of a page, inline or linked. */
function stylesOf(html: string, read: (path: string) => string): string {
  const linked = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, path]) =>
    read(`dist/${path}`),
  );
  return [html.match(/<style>[\s\S]*?<\/style>/g) ?? [], linked].flat().join('\n');
}
