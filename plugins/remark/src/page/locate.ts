import { unitsFromByteColumn, type GoPosition, type Point } from '@escapement/facts';
import type { Origin } from './example.ts';

/** A place that an author can open. */
export interface Located {
  path: string;
  start: Point;
}

/** The author's place of a place in a compiled file; undefined for lines that the author did not write. */
export function locate(
  origin: Origin,
  source: string,
  { line, column = 1 }: Pick<GoPosition, 'line' | 'column'>,
): Located | undefined {
  const text = source.split('\n')[line - 1] ?? '';
  return locateUnits(origin, line, unitsFromByteColumn(text, column));
}

/** The end of the author's text: where something is missing that the compiler looks for behind it. */
export function locateEnd(origin: Origin, source: string): Located {
  const line = origin.offset + origin.columns.length;
  const text = source.split('\n')[line - 1] ?? '';
  return (
    locateUnits(origin, line, text.length) ?? { path: origin.path, start: { line: origin.line, column: 1 } }
  );
}

/** As `locate`, for a 0-based column that is already in UTF-16 units. */
export function locateUnits(origin: Origin, line: number, units: number): Located | undefined {
  const at = line - origin.offset - 1;
  const prefix = origin.columns[at];
  if (prefix === undefined) return undefined;
  return { path: origin.path, start: { line: origin.line + at, column: prefix + units + 1 } };
}

/**
 * How many units of each of the author's lines stand in front of the code that Markdown made of it.
 * A tab that is partly indentation of a list becomes spaces in the code; then the text behind the
 * white space decides.
 */
export function prefixes(codeLines: string[], authorLines: string[]): number[] {
  return codeLines.map((code, at) => {
    const author = (authorLines[at] ?? '').replace(/\r$/, '');
    if (author.endsWith(code)) return author.length - code.length;
    const text = code.trimStart();
    return author.length - text.length - (code.length - text.length);
  });
}
