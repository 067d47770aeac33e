import { planRows } from './rows.ts';
import { textWidth, type Library, type Plan, type Sheet } from './sheet.ts';
import type { IntervalChart } from './types.ts';

/** A dot for each median, a line with ends for its interval, its name and its value in words. */
export function planIntervals({ rows, unit }: IntervalChart, sheet: Sheet, library: Library): Plan {
  const { Plot } = library;
  const marks = rows.map((row) => ({ ...row, end: row.high ?? row.median }));
  const ranged = marks.filter(({ low, high }) => low !== undefined && high !== undefined);
  const highest = Math.max(...marks.map(({ end }) => end));
  const right = Math.max(...rows.map(({ label }) => textWidth(label)));
  const named = planRows(marks, { highest, unit, right }, sheet, library);
  const inset = named.band / 2 - 5;
  const y = 'name';
  return {
    ...named.plan,
    marks: [
      Plot.ruleX([0], { className: 'esc-zero' }),
      Plot.ruleY(ranged, { x1: 'low', x2: 'high', y, className: 'esc-whisker' }),
      Plot.tickX(ranged, { x: 'low', y, inset, className: 'esc-whisker' }),
      Plot.tickX(ranged, { x: 'high', y, inset, className: 'esc-whisker' }),
      Plot.dot(marks, { x: 'median', y, r: 4.5, className: 'esc-median' }),
      Plot.text(marks, { x: 'end', y, text: 'label', textAnchor: 'start', dx: 9, className: 'esc-value' }),
      ...named.marks,
    ],
  };
}
