import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The root of the project that a page belongs to: the nearest folder above it with the options, else with a
 * `package.json`, else `fallback`. An editor may have opened any folder, of which the project is a part.
 */
export function projectRoot(page: string, fallback: string): string {
  return nearest(page, 'escapement.config.mjs') ?? nearest(page, 'package.json') ?? fallback;
}

function nearest(path: string, name: string): string | undefined {
  const folder = dirname(path);
  if (folder === path) return undefined;
  return existsSync(join(folder, name)) ? folder : nearest(folder, name);
}
