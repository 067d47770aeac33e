import type { Element } from 'hast';
import * as Plot from '@observablehq/plot';
import { h } from 'hastscript';
import { parseHTML } from 'linkedom';
import { planIntervals } from './intervals.ts';
import { planLines } from './lines.ts';
import { planSamples } from './samples.ts';
import { cleanPicture } from './picture.ts';
import type { Library, Plan, Sheet } from './sheet.ts';
import type { Chart } from './types.ts';

/** `drawChart`, with all that it needs loaded. */
export function draw(chart: Chart): Element[] {
  const document = parseHTML('<!doctype html><html></html>').document as unknown as Document;
  const library: Library = { Plot, document };
  return sheets.map((sheet) => {
    const frame = { document, width: sheet.width, className: 'esc-plot' };
    const svg = Plot.plot({ ...frame, ...plan(chart, sheet, library) });
    const picture = cleanPicture(svg.outerHTML, chart.description);
    return h('div', { className: ['esc-picture', `esc-${sheet.name}`] }, picture);
  });
}

const sheets: readonly Sheet[] = [
  { name: 'wide', width: 720, narrow: false },
  { name: 'narrow', width: 320, narrow: true },
];

function plan(chart: Chart, sheet: Sheet, library: Library): Plan {
  if (chart.kind === 'intervals') return planIntervals(chart, sheet, library);
  return chart.kind === 'lines' ? planLines(chart, sheet, library) : planSamples(chart, sheet, library);
}
