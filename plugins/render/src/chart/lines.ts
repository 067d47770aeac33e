import { axisOfDecades, spansDecades } from './decades.ts';
import { axisFromZero, textWidth, type Library, type Plan, type Sheet } from './sheet.ts';
import type { LineChart } from './types.ts';

/**
 * A line through each series' medians, with a bar for each interval. Series are told apart by their dots
 * and their dashes as well as by the name at their end. Where parameter and times both grow by factors, both
 * axes are logarithmic.
 */
export function planLines({ series, unit, parameter }: LineChart, sheet: Sheet, { Plot }: Library): Plan {
  const points = series.flatMap(({ points: own }) => own);
  const ranged = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  const ends = series.flatMap(({ points: own, name }) => (own.length > 0 ? [{ ...own.at(-1)!, name }] : []));
  const highest = Math.max(...points.map(({ high, median }) => high ?? median));
  const values = [...new Set(points.map(({ at }) => at))];
  const named = series.length > 1;
  const logarithmic = spread(values);
  const medians = points.map(({ median }) => median);
  const decades =
    logarithmic && spansDecades(medians)
      ? axisOfDecades([...medians, ...ranged.flatMap(({ low, high }) => [low!, high!])], unit)
      : undefined;
  return {
    height: sheet.narrow ? 260 : 300,
    marginTop: 28,
    marginBottom: 40,
    marginLeft: decades ? 60 : 52,
    marginRight: named
      ? Math.min(Math.max(...series.map(({ name }) => textWidth(name))) + 16, sheet.width / 3)
      : 20,
    x: {
      type: logarithmic ? 'log' : 'linear',
      label: logarithmic ? `${parameter} (logarithmic)` : parameter,
      labelArrow: 'none',
      ticks: values,
      tickFormat: String,
    },
    y: decades ?? { ...axisFromZero(highest, unit), ticks: 5 },
    marks: [
      Plot.ruleY([decades?.domain[0] ?? 0], { className: 'esc-zero' }),
      Plot.ruleX(ranged, { x: 'at', y1: 'low', y2: 'high', className: 'esc-whisker' }),
      ...series.map(({ points: own }, at) =>
        Plot.line(own, {
          x: 'at',
          y: 'median',
          className: 'esc-series',
          strokeDasharray: DASHES[at % DASHES.length]!,
        }),
      ),
      ...series.map(({ points: own }, at) =>
        Plot.dot(own, {
          x: 'at',
          y: 'median',
          r: 4.5,
          symbol: SYMBOLS[at % SYMBOLS.length]!,
          className: 'esc-median',
        }),
      ),
      ...(named
        ? [
            Plot.text(ends, {
              x: 'at',
              y: 'median',
              text: 'name',
              textAnchor: 'start',
              dx: 10,
              className: 'esc-name',
            }),
          ]
        : []),
    ],
  };
}

const DASHES = ['none', '7 4', '2 4', '10 3 2 3'];
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond'] as const;

/** Parameters that grow by factors (16, 256, 4096) would crowd at the left of a linear axis. */
function spread(values: number[]): boolean {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least > 0 && most / least >= 16;
}
