import type { GoPosition } from './types.ts';

/** A place as printed: as data where it can be read, as text where the data would not say all of it. */
export interface Place {
  pos?: GoPosition;
  place?: string;
}

/**
 * Splits `file.go:LINE:COL: message`. The column is absent from byte 255 on. `place` is the text of a
 * place that is no position (`<unknown line number>`) or more than one (`page.md:4[main.go:7:2]`, which
 * `-L` prints for `//line`). A line without a place comes back whole as the message.
 */
export function splitPosition(line: string): Place & { message: string } {
  const length = placeLength(line);
  if (length === 0) return { message: line };
  return { ...readPlace(line.slice(0, length)), message: line.slice(length + 2) };
}

/** Reads `file.go:LINE:COL` or `file.go:LINE`; anything else comes back as text. */
export function readPlace(text: string): Place {
  const last = text.lastIndexOf(':');
  const end = numberAt(text, last + 1, text.length);
  if (last <= 0 || end === undefined) return { ...outer(text), place: text };
  const before = text.lastIndexOf(':', last - 1);
  const line = before > 0 ? numberAt(text, before + 1, last) : undefined;
  return line === undefined
    ? { pos: { file: text.slice(0, last), line: end } }
    : { pos: { file: text.slice(0, before), line, column: end } };
}

/** `file.go:LINE:COL`, or `file.go:LINE` where the compiler gave no column. */
export function printPosition({ file, line, column }: GoPosition): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Prints a place as it was printed; the empty text where there is none. */
export function printPlace({ pos, place }: Place): string {
  return place ?? (pos ? printPosition(pos) : '');
}

/**
 * How long the place at the start of a line is, 0 where there is none. A file name with a colon (other
 * than a drive letter's) is recognised only by its `.go`: a message may hold `x:1: ` as well.
 */
function placeLength(line: string): number {
  const match = PLAIN.exec(line) ?? UNUSUAL.exec(line);
  return match ? match[0].length - 2 : 0;
}

const PLAIN = /^(?:[A-Za-z]:)?[^:]+:\d+(?::\d+)?: /;
const UNUSUAL = /^(?:<unknown line number>|[^:]+:\d+(?::\d+)?\[[^\]]*\]|.*?\.go:\d+(?::\d+)?): /;

/** `page.md:4[main.go:7:2]`: the position that `//line` gave, with the true one in brackets. */
function outer(text: string): Place {
  const bracket = text.endsWith(']') ? text.indexOf('[') : -1;
  const { pos } = bracket > 0 ? readPlace(text.slice(0, bracket)) : {};
  return pos ? { pos } : {};
}

/** A number without leading zeros, which printing it again would lose. */
function numberAt(text: string, from: number, to: number): number | undefined {
  const first = text.charCodeAt(from);
  if (!(first > 48 && first <= 57) || to - from > 9) return undefined;
  let value = first - 48;
  for (let at = from + 1; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return value;
}
