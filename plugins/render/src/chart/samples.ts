import { axisFromZero, ROW, roomForNames, type Library, type Plan, type Sheet } from './sheet.ts';
import type { SampleChart } from './types.ts';

/** A dot for every sample, and a line through each row's median. */
export function planSamples({ rows, unit }: SampleChart, sheet: Sheet, { Plot }: Library): Plan {
  const names = rows.map(({ name }) => name);
  const room = roomForNames(names, sheet);
  const band = room ? ROW : ROW + 12;
  const dots = rows.flatMap(({ name, samples }) => samples.map((value) => ({ name, value })));
  return {
    height: rows.length * band + (room ? 46 : 60),
    marginTop: room ? 6 : 20,
    marginBottom: 40,
    marginLeft: room || 12,
    marginRight: 14,
    x: { ...axisFromZero(Math.max(...dots.map(({ value }) => value)), unit), ticks: sheet.narrow ? 4 : 7 },
    y: { domain: names, label: null, axis: null, padding: 0 },
    marks: [
      Plot.ruleX([0], { className: 'esc-zero' }),
      Plot.tickX(rows, { x: 'median', y: 'name', inset: band / 2 - 11, className: 'esc-whisker' }),
      Plot.dot(dots, { x: 'value', y: 'name', r: 4, className: 'esc-sample' }),
      Plot.text(rows, {
        x: 0,
        y: 'name',
        text: 'name',
        className: 'esc-name',
        ...(room ? { textAnchor: 'end', dx: -10 } : { textAnchor: 'start', dx: 4, dy: -18 }),
      }),
    ],
  };
}
