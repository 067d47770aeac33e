import { closing } from './brackets.ts';
import { code, packageName, scanImports } from './imports.ts';
import { isExported, scan, type Token } from './scan.ts';
import { standardImport } from './std.ts';

/** A whole Go file made of an author's text. */
export interface Wrapped {
  source: string;
  /** How many lines were put in front: file line − `offset` = author's line. */
  offset: number;
  kind: 'file' | 'declarations' | 'statements';
}

/** A fragment that has statements beside declarations of functions: 1-based line of the first statement. */
export interface Mixed {
  mixedAt: number;
}

/**
 * Completes a fragment to a file. Text with a package clause is a file already; declarations get a
 * package clause, statements become the body of `main`; both get the imports of the standard library
 * that they use. Everything that is added stands on lines of its own in front and behind, so an
 * author's line and column stay what they were but for `offset`.
 *
 * @param name the package clause to give; statements are always `main`
 */
export function wrapFragment(source: string, name: string): Wrapped | Mixed {
  if (packageName(source) !== undefined) return { source, offset: 0, kind: 'file' };
  const tokens = code(scan(source));
  const statement = firstStatement(tokens);
  const imports = missingImports(tokens, source).map((path) => `import ${JSON.stringify(path)}`);
  if (statement === undefined) {
    const main = tokens.some((token, at) => token.text === 'main' && declaresFunction(tokens, at - 1));
    const head = [`package ${main ? 'main' : name}`, ...imports];
    return { source: `${head.join('\n')}\n${source}\n`, offset: head.length, kind: 'declarations' };
  }
  const named = tokens.some((_, at) => declaresFunction(tokens, at));
  if (named) return { mixedAt: statement };
  const head = ['package main', ...imports, 'func main() {'];
  return { source: `${head.join('\n')}\n${source}\n}\n`, offset: head.length, kind: 'statements' };
}

/** The line of the first thing outside brackets that can't stand at the top of a file. */
function firstStatement(tokens: Token[]): number | undefined {
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    const declares = DECLARING.has(token.text) || declaresFunction(tokens, at);
    if (!declares && token.text !== ';') return token.line;
    at = declarationEnd(tokens, at);
  }
  return undefined;
}

const DECLARING = new Set(['import', 'const', 'var', 'type']);

/** `func name` or `func (receiver) name`, not a literal. */
function declaresFunction(tokens: Token[], at: number): boolean {
  if (tokens[at]?.text !== 'func' || isInside(tokens, at)) return false;
  if (tokens[at + 1]?.kind === 'ident') return true;
  if (tokens[at + 1]?.text !== '(') return false;
  const after = closing(tokens, at + 1) + 1;
  return tokens[after]?.kind === 'ident' && ['(', '['].includes(tokens[after + 1]?.text ?? '');
}

function isInside(tokens: Token[], at: number): boolean {
  let depth = 0;
  for (const { text } of tokens.slice(0, at)) {
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
  }
  return depth > 0;
}

/** First token behind the declaration at `at`: the next one outside brackets on a new line. */
function declarationEnd(tokens: Token[], at: number): number {
  let end = at;
  for (;;) {
    const token = tokens[end]!;
    const last = ['(', '[', '{'].includes(token.text) ? closing(tokens, end) : end;
    const next = tokens[last + 1];
    if (!next || next.text === ';') return last + 1;
    if (next.line > lastLine(tokens[last]!) && !CONTINUES.has(tokens[last]!.text)) return last + 1;
    end = last + 1;
  }
}

/** Tokens behind which Go inserts no semicolon at a line's end, as far as declarations need them. */
const CONTINUES = new Set([
  '=',
  ',',
  '+',
  '-',
  '*',
  '/',
  '|',
  '&',
  '||',
  '&&',
  '.',
  'func',
  'type',
  'var',
  'const',
  'import',
]);

function lastLine({ line, text }: Token): number {
  return line + text.split('\n').length - 1;
}

/**
 * Packages that are used as `name.Exported` and neither imported nor declared. A package name never
 * stands without a dot behind it, so a name that does is a variable, whatever it is called.
 */
function missingImports(tokens: Token[], source: string): string[] {
  const imported = new Set(scanImports(`package p\n${source}`).map((path) => path.replace(/^.*\//, '')));
  const used = new Set<string>();
  const others = new Set<string>();
  tokens.forEach(({ kind, text }, at) => {
    if (kind !== 'ident' || tokens[at - 1]?.text === '.') return;
    const selected = tokens[at + 1]?.text === '.' && isExported(tokens[at + 2]?.text ?? '');
    (selected ? used : others).add(text);
  });
  return [...used]
    .filter((name) => !others.has(name) && !imported.has(name))
    .map(standardImport)
    .filter((path) => path !== undefined)
    .toSorted();
}
