import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Turns a copy of the guide into the site that an author without Escapement would have: the same pages in the
 * same look with the same code in plain fences, numbers typed, no claims.
 */
export function makePlain(site: string): void {
  writeFileSync(join(site, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(site, 'src/content.config.ts'), COLLECTION);
  for (const entry of globSync('content/**/*.{md,mdx}', { cwd: site })) {
    const page = join(site, entry);
    writeFileSync(page, plainPage(readFileSync(page, 'utf8'), site));
  }
}

function plainPage(text: string, site: string): string {
  // What stands in a longer fence is shown as it is written.
  const parts = text.split(/^(`{4,}.*\n[^]*?^`{4,}$)/m);
  return parts.map((part, at) => (at % 2 === 1 ? part : plainPart(part, site))).join('');
}

function plainPart(text: string, site: string): string {
  return text
    .replaceAll(/^```go\b(.*)\n/gm, (_, meta: string) => `\`\`\`go\n${quoted(meta, site)}`)
    .replaceAll(/^::\w+\{.*\}$/gm, '| Benchmark | time/op |\n|---|---|\n| Find | 12 ns |')
    .replaceAll(/^:::claim\b.*\n([^]*?)\n:::$/gm, '$1')
    .replaceAll(/:fact\[.*?\]\{.*?\}/g, '12')
    .replaceAll(/:term\[(.*?)\](?:\{.*?\})?/gs, '$1')
    .replaceAll(/\s*\/\/ want .*$/gm, '');
}

/** The lines that a fence quotes from a file; empty where it holds its code itself. */
function quoted(meta: string, site: string): string {
  const file = /\bfile=(\S+)/.exec(meta)?.[1];
  if (file === undefined) return '';
  const source = readFileSync(join(site, file), 'utf8');
  const region = /\bregion=(\S+)/.exec(meta)?.[1];
  const part = region && new RegExp(`#region ${region}\\n(.*?)\\n[^\\n]*#endregion`, 's').exec(source)?.[1];
  return `${part || source.trimEnd()}\n`;
}

const COLLECTION = `import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
export const collections = {
  docs: defineCollection({ loader: glob({ base: './content', pattern: '**/[^_]*.{md,mdx}' }), schema: docsSchema() }),
};
`;

/** The components of the look ask for facts: there are none. */
const CONFIG = `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { fonts, look } from './src/starlight.ts';
const SITE = 'virtual:escapement/site';
const noFacts = {
  name: 'no-facts',
  resolveId: (id) => (id === SITE ? '\\0' + SITE : undefined),
  load: (id) =>
    id === '\\0' + SITE ? 'export const built = undefined; export const loadSite = async () => undefined;' : undefined,
};
export default defineConfig({
  site: 'http://localhost:4321',
  fonts,
  markdown: { processor: unified() },
  vite: { plugins: [noFacts], ssr: { noExternal: ['@escapement/astro'] } },
  integrations: [starlight({ ...look, title: 'Plain', lastUpdated: true, markdown: { processedDirs: ['content'] } })],
});
`;
