import type { ScaleOptions } from '@observablehq/plot';

/** Whether values span so much that on a linear axis all but the largest would lie at its beginning. */
export function spansDecades(values: number[]): boolean {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least > 0 && most / least >= 100;
}

/**
 * A logarithmic axis of whole decades around some values, each in the unit that suits it: `100 ns`, `1 µs`. On it a
 * time that grows as fast as what it depends on is a straight line.
 *
 * @param values greater than zero, in `unit`
 */
export function axisOfDecades(values: number[], unit: string): ScaleOptions & { domain: [number, number] } {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.ceil(Math.log10(Math.max(...values)));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
  return {
    type: 'log',
    domain: [10 ** from, 10 ** to],
    ticks,
    tickFormat: (value: number) => inOwnUnit(value, unit),
    label: 'time per operation (logarithmic)',
    labelArrow: 'none',
    grid: true,
  };
}

/** A power of ten in the largest unit in which it is a whole number, if the chart's unit is one of time. */
function inOwnUnit(value: number, unit: string): string {
  let at = UNITS.indexOf(unit);
  let told = value;
  for (; at > 0 && told < 0.999; at--) told *= 1000;
  return `${Number(told.toPrecision(1))} ${UNITS[at] ?? unit}`;
}

const UNITS = ['ns', 'µs', 'ms', 's'];
