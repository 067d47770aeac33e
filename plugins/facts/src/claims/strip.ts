import { scan } from '../go/scan.ts';
import { isClaim, mayClaim } from './parse.ts';

/** Source as the reader sees it, and the 1-based original line of each of its lines. */
export interface Stripped {
  code: string;
  lines: number[];
}

/** Takes the claims out of Go source: a comment behind code with the space before it, a line of its own whole. */
export function stripClaims(source: string): Stripped {
  const cut = new Map<number, number>();
  const tokens = mayClaim(source) ? scan(source) : [];
  for (const token of tokens) if (isClaim(token)) cut.set(token.line, token.column);
  const kept: string[] = [];
  const lines: number[] = [];
  for (const [at, text] of source.split('\n').entries()) {
    const column = cut.get(at + 1);
    const rest = column === undefined ? text : text.slice(0, column).trimEnd();
    if (column !== undefined && rest === '') continue;
    kept.push(rest);
    lines.push(at + 1);
  }
  return { code: kept.join('\n'), lines };
}
