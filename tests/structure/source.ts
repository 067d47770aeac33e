import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/**
 * Lists files of the repository.
 *
 * @param patterns Globs from the repository's folder.
 * @returns Paths from the repository's folder, sorted; never of a fixture or of an installed package.
 */
export function files(...patterns: string[]): string[] {
  const found = globSync(patterns, { cwd: root });
  return found.filter((path) => !/(^|\/)(node_modules|fixtures|snapshots)\//.test(path)).toSorted();
}

/**
 * Reads a file of the repository.
 *
 * @param path From the repository's folder.
 * @returns Its text.
 */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * What a TypeScript file imports, exports from elsewhere, or loads with `import()`; types as well.
 *
 * @param path From the repository's folder.
 * @returns The specifiers as they are written.
 */
export function imports(path: string): string[] {
  return ts.preProcessFile(read(path), true, true).importedFiles.map(({ fileName }) => fileName);
}
