import type { Change, FactsDiff } from './types.ts';
import { noteWords, sideWords, summaryWords, valueWords } from './words.ts';

/** A comparison as text for a terminal: the sides, each page with its changes one a line, and a summary. */
export function diffText(diff: FactsDiff): string {
  const pages = [...new Set(diff.changes.map(({ page }) => page))].flatMap((page) => {
    const changes = diff.changes.filter((change) => change.page === page);
    return ['', page, ...columns(changes.map(cells)).map((line) => `  ${line}`)];
  });
  const sides = `from ${sideWords(diff.before)}\nto   ${sideWords(diff.after)}`;
  return [sides, ...pages, '', summaryWords(diff), ''].join('\n');
}

function cells(change: Change): string[] {
  const { example, claim, line, subject, kind, before, after } = change;
  const name = claim ?? example ?? '';
  const place = line === undefined ? name : `${name}:${line}`;
  const note = noteWords(change);
  const values = `${valueWords(change, before)} → ${valueWords(change, after)}`;
  return [place, subject, kind, note === undefined ? values : `${values} (${note})`];
}

function columns(rows: string[][]): string[] {
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
