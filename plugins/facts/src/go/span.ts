import { closing, opening } from './brackets.ts';
import { unitsFromByteColumn } from './columns.ts';
import type { Token } from './scan.ts';

/** What the text around a compiler's position is needed for finding the expression. */
export interface GoText {
  lines: string[];
  /** Without comments. */
  tokens: Token[];
}

/**
 * The columns (0-based UTF-16, end exclusive) of the expression that the compiler reports at a line
 * and 1-based byte column. It reports a call, `make`, `new` and `append` at `(`, a composite literal
 * at `{` or `&`, a selector at `.`, an index at `[`, a binary expression at its operator; so the span
 * grows from there to the whole expression, cut at the end of the line.
 *
 * @param subject the compiler's text for the expression; where it stands there literally, it decides.
 */
export function expressionSpan(
  { lines, tokens }: GoText,
  line: number,
  column: number | undefined,
  subject = '',
): { start: number; end: number } | undefined {
  const text = lines[line - 1];
  if (text === undefined) return undefined;
  if (column === undefined) return wholeLine(text);
  const units = unitsFromByteColumn(text, column);
  const literal =
    literally(text, units, subject) ??
    literally(text, units, asWritten(subject)) ??
    loosely(text, units, asWritten(subject));
  if (literal) return literal;
  const at = tokens.findIndex((token) => token.line === line && token.column === units);
  if (at < 0) return wholeLine(text);
  const [first, last] = bounds(tokens, at);
  const start = first.line === line ? first.column : text.length - text.trimStart().length;
  const end = last.line === line ? last.column + last.text.length : text.trimEnd().length;
  return { start, end: Math.max(end, start + 1) };
}

function wholeLine(text: string): { start: number; end: number } {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}

/** The compiler puts the type of each conversion to a slice in brackets: `([]byte)(text)`. Nobody writes them. */
function asWritten(subject: string): string {
  return subject.replace(/^\((\[\]\w+)\)\(/, '$1(');
}

/** The subject's own text, if it covers the position. Elided texts (`{...}`) never stand in a file. */
function literally(text: string, units: number, subject: string) {
  if (subject === '') return undefined;
  for (let start = text.indexOf(subject); start >= 0; start = text.indexOf(subject, start + 1)) {
    if (start <= units && units < start + subject.length) return { start, end: start + subject.length };
  }
  return undefined;
}

/** The same, whatever its spaces: the compiler prints `b[:kept + n]` for what gofmt writes `b[:kept+n]`. */
function loosely(text: string, units: number, subject: string) {
  if (!subject.includes(' ')) return undefined;
  const columns = [...text.matchAll(/\S/g)].map(({ index }) => index);
  const at = columns.findIndex((column) => column >= units);
  const found = literally(text.replaceAll(/\s/g, ''), at, subject.replaceAll(' ', ''));
  return found && { start: columns[found.start]!, end: columns[found.end - 1]! + 1 };
}

function bounds(tokens: Token[], at: number): [first: Token, last: Token] {
  const token = tokens[at]!;
  switch (token.text) {
    case '(':
    case '[':
      return [tokens[operandStart(tokens, at - 1)]!, tokens[closing(tokens, at)]!];
    case '{':
      return [tokens[typeStart(tokens, at - 1)]!, tokens[closing(tokens, at)]!];
    case '&':
      return [token, tokens[addressEnd(tokens, at)]!];
    case '.':
      return [tokens[operandStart(tokens, at - 1)]!, tokens[at + 1] ?? token];
    default:
      return [token, token];
  }
}

/** Walks back over `a.b[i](x)` to its first token. */
function operandStart(tokens: Token[], end: number): number {
  let at = end;
  for (;;) {
    const token = tokens[at];
    if (!token) return Math.max(at + 1, 0);
    if (token.text === ')' || token.text === ']') {
      at = opening(tokens, at);
      // `[]T(x)` and `[]T{…}`: brackets that begin a type have no operand before them.
      if (!isOperand(tokens[at - 1])) return at;
      at--;
    } else if (token.kind === 'ident' || token.kind === 'string' || token.kind === 'keyword') {
      const before = tokens[at - 1];
      if (before?.text === '.') at -= 2;
      else if (before?.text === ']') return typeStart(tokens, at);
      else return at;
    } else return Math.min(at + 1, end);
  }
}

/** Walks back over the type in front of `{`: `T`, `pkg.T`, `[]T`, `map[K]V`, `[4]*T`, `T[int]`. */
function typeStart(tokens: Token[], end: number): number {
  let at = end;
  while (at >= 0) {
    const { text, kind } = tokens[at]!;
    if (text === ']') at = opening(tokens, at) - 1;
    else if (kind === 'ident' || text === '.' || text === '*' || text === 'map') at--;
    else break;
    if (kind === 'ident' && tokens[at]?.kind === 'ident') break;
  }
  return at + 1;
}

function addressEnd(tokens: Token[], at: number): number {
  let end = at + 1;
  while (tokens[end] && !['{', ',', ';', ')', '}'].includes(tokens[end]!.text)) {
    if (tokens[end + 1] && tokens[end + 1]!.line > tokens[end]!.line && tokens[end]!.text !== '[') return end;
    end = tokens[end]!.text === '[' ? closing(tokens, end) + 1 : end + 1;
  }
  return tokens[end]?.text === '{' ? closing(tokens, end) : end - 1;
}

function isOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'ident' || token.text === ')' || token.text === ']');
}
