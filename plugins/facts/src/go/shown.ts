import type { Span } from '../block.ts';
import type { GoPosition } from '../diagnostics/types.ts';
import { code } from './imports.ts';
import { scan } from './scan.ts';
import { expressionSpan, type GoText } from './span.ts';

/** Where the lines of a compiled file stand in what the reader sees. */
export type ShownLine = (line: number) => number | undefined;

/** The lines and tokens of a file. */
export function readText(source: string): GoText {
  return { lines: source.split('\n'), tokens: code(scan(source)) };
}

/** The shown columns of the expression that the compiler reports at a place; undefined where it is not shown. */
export function shownSpan(
  text: GoText,
  shown: ShownLine,
  { line, column }: Omit<GoPosition, 'file'>,
  subject?: string,
): Span | undefined {
  const shownLine = shown(line);
  const columns = shownLine === undefined ? undefined : expressionSpan(text, line, column, subject);
  return columns && { line: shownLine!, ...columns };
}
