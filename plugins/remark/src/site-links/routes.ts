import { resolve } from 'node:path';
import { glob } from 'tinyglobby';

/**
 * Which addresses the pages of code in `src/pages` have, as Astro makes them of their files: `docs/[...page].astro` has
 * every one below `/docs/`. https://docs.astro.build/en/guides/routing/
 */
export async function readRoutes(root: string): Promise<RegExp[]> {
  const files = await glob('**/*.{astro,html,md,mdx,js,ts}', {
    cwd: resolve(root, 'src/pages'),
    ignore: '**/_*{,/**}',
  });
  return files.map((file) => routeOf(file.replace(/\.\w+$/, '')));
}

/** The addresses of a file in `src/pages`, by its name without its suffix. */
export function routeOf(name: string): RegExp {
  const parts = name.split('/');
  if (parts.at(-1) === 'index') parts.pop();
  return new RegExp(`^/${parts.map(patternOf).join('')}$`);
}

function patternOf(part: string): string {
  // `[...rest]` may also be nothing.
  if (/^\[\.{3}\w+\]$/.test(part)) return '(?:.+/)?';
  const words = part.split(/\[(?:\.{3})?\w+\]/).map((word) => word.replaceAll(/[^\w-]/g, String.raw`\$&`));
  return `${words.join('[^/]+')}/`;
}
