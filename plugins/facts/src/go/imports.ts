import { byteColumnFromUnits } from './columns.ts';
import { scanTokens, type Token } from './scan.ts';

/** The import paths of a Go file, in order; empty for source that has none. */
export function scanImports(source: string): string[] {
  const tokens = header(source);
  const paths: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === 'keyword' && text === 'import') at = readImport(tokens, at + 1, paths);
  }
  return paths;
}

/** Where a file imports a package of a module, or the package of that path: 1-based line and byte column. */
export function importOf(source: string, path: string): { line: number; column: number } | undefined {
  const found = header(source).find(
    ({ kind, text }) => kind === 'string' && `${unquote(text)}/`.startsWith(`${path}/`),
  );
  if (!found) return undefined;
  const { line, column } = found;
  return { line, column: byteColumnFromUnits(source.split('\n')[line - 1]!, column) };
}

/** The file with another path in its imports of `from`; lines stay, and so do columns up to the path. */
export function replaceImport(source: string, from: string, to: string): string {
  const paths = header(source).filter(({ kind, text }) => kind === 'string' && unquote(text) === from);
  return paths.reduceRight(
    (text, { offset, text: path }) =>
      text.slice(0, offset) + JSON.stringify(to) + text.slice(offset + path.length),
    source,
  );
}

/** The name in the package clause, or undefined when there is none: a fragment. */
export function packageName(source: string): string | undefined {
  const [first, second] = header(source);
  return first?.text === 'package' && second?.kind === 'ident' ? second.text : undefined;
}

/** Whether a file is of the package `x_test`, which tests the package `x` from outside (go help test). */
export function isExternalTest(source: string): boolean {
  return packageName(source)?.endsWith('_test') ?? false;
}

/**
 * The tokens of a file up to its first declaration that is no import: imports stand before all others
 * (Go specification, "Source file organization").
 */
function header(source: string): Token[] {
  const tokens: Token[] = [];
  for (const token of scanTokens(source)) {
    if (token.kind === 'keyword' && token.text !== 'package' && token.text !== 'import') break;
    if (token.kind !== 'comment') tokens.push(token);
  }
  return tokens;
}

/** Tokens without comments. */
export function code(tokens: Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'comment');
}

/** Reads `"path"`, `name "path"` or a group in parentheses; returns the index of the last token read. */
function readImport(tokens: Token[], at: number, paths: string[]): number {
  if (tokens[at]?.text !== '(') {
    const path = tokens[at]?.kind === 'string' ? at : at + 1;
    if (tokens[path]?.kind === 'string') paths.push(unquote(tokens[path].text));
    return path;
  }
  let end = at + 1;
  for (; end < tokens.length && tokens[end]!.text !== ')'; end++) {
    if (tokens[end]!.kind === 'string') paths.push(unquote(tokens[end]!.text));
  }
  return end;
}

function unquote(text: string): string {
  return text.slice(1, -1);
}
