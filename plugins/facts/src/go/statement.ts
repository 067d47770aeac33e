import type { GoPosition } from '../diagnostics/types.ts';
import { closing } from './brackets.ts';
import { unitsFromByteColumn } from './columns.ts';
import type { Token } from './scan.ts';
import type { GoText } from './span.ts';

/**
 * Whether the code at a position is started by `go` or `defer`: it stands in such a statement, and in
 * no function literal but the one that the statement calls.
 */
export function startedBy(
  { tokens, lines }: GoText,
  { line, column = 1 }: GoPosition,
): 'go' | 'defer' | undefined {
  const units = unitsFromByteColumn(lines[line - 1] ?? '', column);
  const place = tokens.findIndex((token) => token.line === line && token.column >= units);
  let start = -1;
  let literal = -1;
  for (let at = 0; at <= place; at++) {
    const { text } = tokens[at]!;
    if (text === 'func' && expressionEnd(tokens, at) >= place) literal = at;
    if ((text === 'go' || text === 'defer') && expressionEnd(tokens, at + 1) >= place) start = at;
  }
  if (start < 0 || literal > start + 1) return undefined;
  return tokens[start]!.text as 'go' | 'defer';
}

/** Names of the variables that a file declares outside functions. */
export function topLevelVariables(tokens: Token[]): Set<string> {
  const names = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text === 'var') for (const name of declared(tokens, at + 1)) names.add(name);
    if (OPEN.has(text)) at = closing(tokens, at);
  }
  return names;
}

const OPEN = new Set(['(', '[', '{']);

/** The names behind `var`: up to the type or `=`; in a group, at the beginning of each line. */
function declared(tokens: Token[], from: number): string[] {
  const group = tokens[from]?.text === '(';
  const first = group ? from + 1 : from;
  const end = group ? closing(tokens, from) : tokens.length;
  const names: string[] = [];
  for (let at = first; at < end; at++) {
    const before = tokens[at - 1]!;
    const listed = before.text === ',' && names.at(-1) === tokens[at - 2]!.text;
    if (at === first || listed || (group && tokens[at]!.line > before.line)) names.push(tokens[at]!.text);
    else if (!group && tokens[at]!.text !== ',') break;
    if (OPEN.has(tokens[at]!.text)) at = closing(tokens, at);
  }
  return names;
}

/** Index of the last token of the expression that begins at `from`. */
function expressionEnd(tokens: Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    if (OPEN.has(tokens[at]!.text)) at = closing(tokens, at);
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (!next || ENDS.has(next.text) || (next.line > token.line && endsStatement(token))) return at;
  }
  return tokens.length - 1;
}

const ENDS = new Set([';', '}', ')', ']', ',']);

/** A newline behind these ends a statement (Go specification, "Semicolons"). */
function endsStatement({ kind, text }: Token): boolean {
  return kind === 'ident' || kind === 'string' || text === ')' || text === ']' || text === '}';
}
