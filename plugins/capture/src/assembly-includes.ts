import { basename } from 'node:path';

/**
 * The first `#include` of a package's assembly that may lead out of its directory, as `a.s: #include …`;
 * undefined where there is none. Go's assembler reads what is included wherever it is, and prints of it what it
 * does not understand. So only a plain path below counts as safe: no `..`, no escape, nothing in between,
 * and no Go file, which is not looked into. A symbolic link could lead such a path anywhere, so beside assembly
 * there must be none.
 *
 * @param files all of the directory, as whatever is included may include in turn
 * @param links the symbolic links among its entries
 */
export function outsideInclude(
  files: { path: string; data: Buffer }[],
  links: string[] = [],
): string | undefined {
  if (!files.some(({ path }) => path.endsWith('.s'))) return undefined;
  if (links[0] !== undefined) return `${basename(links[0])}, a symbolic link beside assembly,`;
  for (const { path, data } of files.filter((file) => !file.path.endsWith('.go'))) {
    for (const [, what = ''] of data.toString().matchAll(INCLUDE))
      if (!SAFE.test(what.trim())) return `${basename(path)}: #include ${what.trim()}`;
  }
  return undefined;
}

// In comments and strings too: what ends them is the assembler's to say.
const INCLUDE = /#(?:\s|\/\*[\s\S]*?\*\/)*include\b(.*)/g;
const SAFE = /^"(?!.*\.\.|.*\.go")\w[\w.-]*(?:\/[\w.-]+)*"\s*(?:\/\/.*)?$/;
