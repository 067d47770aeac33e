import type { Span } from '../block.ts';
import { findFunctions, type GoFunction } from './functions.ts';
import type { Token } from './scan.ts';
import type { ShownLine } from './shown.ts';

/** A function with the place of its name; of a literal, that of the word `func`. */
export interface NamedFunction {
  func: GoFunction;
  /** In the shown code. */
  span: Span;
}

/** The functions of a file whose names stand on shown lines, outer before inner. */
export function shownFunctions(tokens: Token[], shown: ShownLine): NamedFunction[] {
  return findFunctions(tokens).flatMap((func) => {
    const [from, to] = func.signature;
    const name = func.name?.replace(/^.*\./, '') ?? 'func';
    // A receiver of the same name as its method comes in brackets, before it.
    const receiver = func.name?.includes('.')
      ? tokens.findIndex(({ text }, at) => at > from && text === ')')
      : from;
    const token = tokens.slice(receiver, to + 1).find(({ text }) => text === name);
    const line = token && shown(token.line);
    if (!token || line === undefined) return [];
    return [{ func, span: { line, start: token.column, end: token.column + token.text.length } }];
  });
}
