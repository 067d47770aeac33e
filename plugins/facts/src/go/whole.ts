import { stripClaims } from '../claims/strip.ts';
import { scan } from './scan.ts';

/**
 * A file as a reader copies it: without claims, and what was put around a fragment laid out as gofmt lays it
 * out. A fragment that gofmt would not change makes a file that it would not change.
 *
 * @param source the file as it is compiled
 * @param offset how many of its first lines were put in front of the author's text; 0 for a whole file
 */
export function wholeFile(source: string, offset: number): string {
  const lines = stripClaims(source).code.trimEnd().split('\n');
  if (offset === 0) return `${lines.join('\n')}\n`;
  const head = lines.slice(0, offset);
  const imports = head.filter((line) => line.startsWith('import '));
  const clauses = [head[0]!, ...importClause(imports)];
  const inMain = head.at(-1) === MAIN;
  const body = inMain ? ['', MAIN, ...indented(lines.slice(offset, -1)), '}'] : ['', ...lines.slice(offset)];
  return `${[...clauses, ...body].join('\n')}\n`;
}

/** How a fragment of statements is opened (`wrapFragment`). */
const MAIN = 'func main() {';

function importClause(imports: string[]): string[] {
  if (imports.length < 2) return imports.length === 0 ? [] : ['', ...imports];
  return ['', 'import (', ...imports.map((line) => line.replace('import ', '\t')), ')'];
}

/** One tab in front of each line, but of those that begin inside a string. */
function indented(lines: string[]): string[] {
  const inString = new Set(
    scan(lines.join('\n'))
      .filter(({ kind }) => kind === 'string')
      .flatMap(({ line, text }) => text.split('\n').map((_, at) => (at > 0 ? line + at : 0))),
  );
  return lines.map((line, at) => (line === '' || inString.has(at + 1) ? line : `\t${line}`));
}
