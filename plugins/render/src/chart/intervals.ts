import { axisFromZero, ROW, roomForNames, textWidth, type Library, type Plan, type Sheet } from './sheet.ts';
import type { IntervalChart } from './types.ts';

/** A dot for each median, a line with ends for its interval, its name and its value in words. */
export function planIntervals({ rows, unit }: IntervalChart, sheet: Sheet, { Plot }: Library): Plan {
  const names = rows.map(({ name }) => name);
  const room = roomForNames(names, sheet);
  const band = room ? ROW : ROW + 12;
  const marks = rows.map((row) => ({ ...row, end: row.high ?? row.median }));
  const ranged = marks.filter(({ low, high }) => low !== undefined && high !== undefined);
  const y = 'name';
  return {
    height: rows.length * band + (room ? 46 : 60),
    marginTop: room ? 6 : 20,
    marginBottom: 40,
    marginLeft: room || 12,
    marginRight: Math.max(...rows.map(({ label }) => textWidth(label))) + 14,
    x: { ...axisFromZero(Math.max(...marks.map(({ end }) => end)), unit), ticks: sheet.narrow ? 4 : 7 },
    y: { domain: names, label: null, axis: null, padding: 0 },
    marks: [
      Plot.ruleX([0], { className: 'esc-zero' }),
      Plot.ruleY(ranged, { x1: 'low', x2: 'high', y, className: 'esc-whisker' }),
      Plot.tickX(ranged, { x: 'low', y, inset: band / 2 - 5, className: 'esc-whisker' }),
      Plot.tickX(ranged, { x: 'high', y, inset: band / 2 - 5, className: 'esc-whisker' }),
      Plot.dot(marks, { x: 'median', y, r: 4.5, className: 'esc-median' }),
      Plot.text(marks, { x: 'end', y, text: 'label', textAnchor: 'start', dx: 9, className: 'esc-value' }),
      Plot.text(marks, {
        x: 0,
        y,
        text: 'name',
        className: 'esc-name',
        ...(room ? { textAnchor: 'end', dx: -10 } : { textAnchor: 'start', dx: 4, dy: -18 }),
      }),
    ],
  };
}
