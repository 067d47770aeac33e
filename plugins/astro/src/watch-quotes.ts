import { relative, resolve, sep } from 'node:path';
import type { AstroConfig } from 'astro';

type VitePlugin = Extract<NonNullable<AstroConfig['vite']['plugins']>[number], { name: string }>;

/** Renders a page again when a Go file that it quotes is saved. */
export function watchQuotes(root: string, quotes: Map<string, string[]>): VitePlugin {
  return {
    name: 'escapement:watch-quotes',
    transform(_code, id) {
      const [file] = id.split('?');
      if (!/\.mdx?$/.test(file!)) return;
      const page = relative(root, file!).split(sep).join('/');
      for (const path of quotes.get(page) ?? []) this.addWatchFile(resolve(root, path));
    },
  };
}
