import { planRows } from './rows.ts';
import type { Library, Plan, Sheet } from './sheet.ts';
import type { SampleChart } from './types.ts';

/** A dot for every sample, and a line through each row's median. */
export function planSamples({ rows, unit }: SampleChart, sheet: Sheet, library: Library): Plan {
  const { Plot } = library;
  const dots = rows.flatMap(({ name, samples }) => samples.map((value) => ({ name, value })));
  const highest = Math.max(...dots.map(({ value }) => value));
  const named = planRows(rows, { highest, unit }, sheet, library);
  const inset = named.band / 2 - 11;
  return {
    ...named.plan,
    marks: [
      Plot.ruleX([0], { className: 'esc-zero' }),
      Plot.tickX(rows, { x: 'median', y: 'name', inset, className: 'esc-whisker' }),
      Plot.dot(dots, { x: 'value', y: 'name', r: 4, className: 'esc-sample' }),
      ...named.marks,
    ],
  };
}
