import type { Element } from 'hast';
import { h } from 'hastscript';
import { planIntervals } from './intervals.ts';
import { planLines } from './lines.ts';
import { planSamples } from './samples.ts';
import { cleanPicture } from './picture.ts';
import type { Library, Plan, Sheet } from './sheet.ts';
import type { Chart } from './types.ts';

/**
 * A chart as inline SVG, twice: for a page and for a phone, of which the stylesheet shows one. Colours are
 * `currentColor` and custom properties, so that the picture follows the page. Observable Plot, which
 * draws it, is loaded with the first chart: a page without one does not pay for it.
 */
export async function drawChart(chart: Chart): Promise<Element[]> {
  const library = await loadLibrary();
  return sheets.map((sheet) => {
    const { Plot, document } = library;
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

async function loadLibrary(): Promise<Library> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  return { Plot, document: parseHTML('<!doctype html><html></html>').document as unknown as Document };
}
