import type { Token } from './scan.ts';

/** Index of the token that closes the bracket at `open`, or the last token when none does. */
export function closing(tokens: Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (OPEN.has(tokens[at]!.text)) depth++;
    else if (CLOSE.has(tokens[at]!.text) && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** Index of the token that opens the bracket closed at `close`, or 0 when none does. */
export function opening(tokens: Token[], close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (CLOSE.has(tokens[at]!.text)) depth++;
    else if (OPEN.has(tokens[at]!.text) && --depth === 0) return at;
  }
  return 0;
}

// Strings and comments are tokens of their own, so a bracket inside one cannot be mistaken.
const OPEN = new Set(['(', '[', '{']);
const CLOSE = new Set([')', ']', '}']);
