import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './programs.ts';
import { salt } from './check.ts';
import type { Command } from './time.ts';

/** A generated site of which one page is edited. */
export interface DevSite {
  folder: string;
  /** The page that is edited: its file and its address. */
  path: string;
  address: string;
  /** That page with a mark in its text, its example made new by a salt. */
  page(mark: string, salt: string): string;
  /** The raw compile of the same example, whose file is `source`. */
  compile: Command;
  source: string;
  program(salt: string): string;
}

/** Writes a Starlight site; it lies inside the repository, where its packages are found. */
export function writeDevSite(pages: number): DevSite {
  const folder = join(import.meta.dirname, '../../.escapement/bench/dev');
  const raw = join(folder, 'raw');
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['content', 'src', 'raw']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(folder, 'src/content.config.ts'), COLLECTION);
  const page = (index: number, mark: string, salted: string) =>
    `---\ntitle: Page ${index}\n---\n\n${mark}\n\n\`\`\`go\n${program(index, salted)}\`\`\`\n`;
  for (let index = 0; index < pages; index++)
    writeFileSync(join(folder, `content/page-${index}.md`), page(index, 'As it was.', salt()));
  writeFileSync(join(folder, 'content/index.md'), '---\ntitle: Start\n---\n\nPages.\n');
  const edited = pages >> 1;
  return {
    folder,
    path: `content/page-${edited}.md`,
    address: `/page-${edited}/`,
    page: (mark, salted) => page(edited, mark, salted),
    compile: {
      program: 'go',
      args: ['build', '-gcflags=-m=2', '-o', '/dev/null', 'main.go'],
      cwd: raw,
      env: { GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0', GOTOOLCHAIN: 'local' },
    },
    source: join(raw, 'main.go'),
    program: (salted) => program(edited, salted),
  };
}

const COLLECTION = `import { docsSchema } from '@astrojs/starlight/schema';
import { pages } from '@escapement/astro/loader';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: pages(), schema: docsSchema() }) };
`;

const CONFIG = `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { starlightEscapement } from '@escapement/astro';
import { defineConfig } from 'astro/config';
export default defineConfig({
  markdown: { processor: unified() },
  integrations: [starlight({ title: 'Many pages', pagefind: false, plugins: [starlightEscapement()] })],
});
`;
