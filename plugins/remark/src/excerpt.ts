import type { Problem } from '@escapement/facts';

/** The line with a caret under the place; tabs are kept in front of the caret so that it stays below. */
export function excerpt({ start, end }: Problem, text: string | undefined): string[] {
  const line = text?.split('\n')[start.line - 1]?.trimEnd();
  if (line === undefined || line === '') return [];
  const before = line.slice(0, start.column - 1).replaceAll(/[^\t]/g, ' ');
  const width = end && end.line === start.line ? Math.max(end.column - start.column, 1) : 1;
  const number = String(start.line);
  return [`${number} | ${line}`, `${' '.repeat(number.length)} | ${before}${'^'.repeat(width)}`];
}
