import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ratio } from './print.ts';
import { medianSeconds, seconds, type Command } from './time.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.escapement', 'bench', 'sites');
const runs = 3;

/**
 * The guide's own build against plain Starlight with Expressive Code on the same pages. Cold is without
 * any cache of ours or of Astro's; what the examples' benchmarks and programs take is measured by
 * itself, since a plain site has nothing like it.
 */
export async function buildRatios(): Promise<Ratio[]> {
  const ours = site('ours');
  const plain = site('plain');
  for (const file of ['astro.config.mjs', 'src/content.config.ts'])
    writeFileSync(join(plain, file), file.endsWith('.mjs') ? PLAIN_CONFIG : PLAIN_COLLECTION);
  plainPages(plain);
  const plainCold = medianSeconds(build(plain), runs, () => forget(plain));
  const plainWarm = medianSeconds(build(plain), runs);
  const check: Command = {
    program: process.execPath,
    args: [join(root, 'plugins/cli/src/bin.ts'), 'check'],
    cwd: ours,
  };
  forget(ours);
  const verifying = seconds(check);
  const rendering = medianSeconds(build(ours, compileCache), runs, () => forget(ours, false));
  const cold = medianSeconds(build(ours, compileCache), 1, () => forget(ours));
  const warm = medianSeconds(build(ours, compileCache), runs);
  rmSync(folder, { recursive: true });
  return [
    { what: 'build, cold', ours: cold, against: 'plain Starlight, cold', baseline: plainCold },
    {
      what: 'build, cold',
      ours: cold,
      against: 'plain Starlight, cold + compiling, running and measuring the examples',
      baseline: plainCold + verifying,
      aim: 1.15,
    },
    {
      what: 'build, captures there, Astro cold',
      ours: rendering,
      against: 'plain Starlight, cold',
      baseline: plainCold,
      aim: 1.15,
    },
    { what: 'build, warm', ours: warm, against: 'plain Starlight, warm', baseline: plainWarm, aim: 1.1 },
  ];
}

/** Pages as an author without Escapement would write them: code in place, numbers typed, no claims. */
function plainPages(cwd: string): void {
  for (const entry of globSync('content/{index.mdx,guide/*.md}', { cwd })) {
    const page = join(cwd, entry);
    const text = readFileSync(page, 'utf8')
      .replaceAll(
        /^```go.* ?file=(\S+).*\n/gm,
        (_, file: string) => `\`\`\`go\n${readFileSync(join(cwd, file), 'utf8')}`,
      )
      .replaceAll(/^```go.*$/gm, '```go')
      .replaceAll(/^::\w+\{.*\}$/gm, '| Benchmark | time/op |\n|---|---|\n| Find | 12 ns |')
      .replaceAll(/:fact\[.*?\]\{.*?\}/g, '12')
      .replaceAll(/\s*\/\/ want .*$/gm, '');
    writeFileSync(page, text);
  }
}

/** Our build as `npm run build` starts it: with Node's cache of compiled modules; a plain `astro build` has none. */
const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node-compile') };

function build(cwd: string, env: Record<string, string> = {}): Command {
  return {
    env,
    program: process.execPath,
    args: [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    cwd,
  };
}

/** A copy of the guide; it lies inside the repository, where its packages are found. */
function site(name: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ['astro.config.mjs', 'src', 'content', 'examples', 'public', 'captures', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  return copy;
}

/** Removes Astro's caches, and ours with them where wanted. */
function forget(cwd: string, captures = true): void {
  for (const part of ['node_modules', 'dist', '.astro', ...(captures ? ['.escapement'] : [])])
    rmSync(join(cwd, part), { recursive: true, force: true });
}

const PLAIN_COLLECTION = `import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
export const collections = {
  docs: defineCollection({ loader: glob({ base: './content', pattern: '**/[^_]*.{md,mdx}' }), schema: docsSchema() }),
};
`;

const PLAIN_CONFIG = `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { fonts, look } from './src/starlight.ts';
export default defineConfig({
  site: 'http://localhost:4321',
  fonts,
  markdown: { processor: unified() },
  integrations: [starlight({ ...look, title: 'Plain', lastUpdated: true, markdown: { processedDirs: ['content'] } })],
});
`;
