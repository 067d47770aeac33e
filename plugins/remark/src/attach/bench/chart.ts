import { compareSamples, summarize } from '@escapement/facts';
import type { Chart, LineChart } from '@escapement/render';
import { formatChange, formatTime, inUnitOf } from '../format.ts';
import { timesOf, type MeasuredBenchmark } from './measured.ts';
import { readParameter } from './parameter.ts';

/**
 * The chart of some benchmarks' times; undefined where there are none to show. Benchmarks that differ in a
 * number only (`Grow/n=16`, `Grow/n=256`) become lines over that number.
 */
export function benchChart(rows: MeasuredBenchmark[]): Chart | undefined {
  const timed = rows.filter((row) => timesOf(row).length > 0);
  if (timed.length === 0) return undefined;
  const scale = inUnitOf(Math.max(...timed.map((row) => summarize(timesOf(row)).median)));
  const description = describe(timed);
  const lines = lineChart(timed, scale.of);
  if (lines) return { ...lines, unit: scale.unit, description };
  return {
    kind: 'intervals',
    unit: scale.unit,
    description,
    rows: timed.map((row) => {
      const summary = summarize(timesOf(row));
      return { name: shortName(row), label: formatTime(summary.median), ...scaled(summary, scale.of) };
    }),
  };
}

/** The chart of every sample of some benchmarks, for who wants to see how they are spread. */
export function samplesChart(rows: MeasuredBenchmark[]): Chart | undefined {
  const timed = rows.filter((row) => timesOf(row).length > 1);
  if (timed.length === 0) return undefined;
  const scale = inUnitOf(Math.max(...timed.map((row) => summarize(timesOf(row)).median)));
  const spreads = timed.map((row) => {
    const times = timesOf(row);
    const [least, most] = [Math.min(...times), Math.max(...times)];
    return `${shortName(row)} from ${formatTime(least)} to ${formatTime(most)}`;
  });
  return {
    kind: 'samples',
    unit: scale.unit,
    description: `Every sample: ${spreads.join('; ')}.`,
    rows: timed.map((row) => ({
      name: shortName(row),
      samples: timesOf(row).map(scale.of),
      median: scale.of(summarize(timesOf(row)).median),
    })),
  };
}

/** The name without the word that all have in front. */
export function shortName({ counted }: MeasuredBenchmark): string {
  return counted.name.replace(/^Benchmark/, '');
}

/** What the picture shows, in words: medians, and how each differs from the first. */
function describe(rows: MeasuredBenchmark[]): string {
  const [first] = rows;
  const parts = rows.map((row) => {
    const times = timesOf(row);
    const median = `${shortName(row)} ${formatTime(summarize(times).median)}`;
    if (row === first) return median;
    const comparison = compareSamples(timesOf(first!), times);
    return comparison.significant
      ? `${median}, ${formatChange(comparison).replace(/ \(.*/, '')} against ${shortName(first!)}`
      : `${median}, no difference to ${shortName(first!)} that could be told from noise`;
  });
  return `Median time per operation: ${parts.join('; ')}.`;
}

function lineChart(
  rows: MeasuredBenchmark[],
  scale: (ns: number) => number,
): Omit<LineChart, 'unit'> | undefined {
  const found = rows.map((row) => ({ row, ...readParameter(shortName(row)) }));
  const parameters = new Set(found.map(({ parameter }) => parameter));
  const values = new Set(found.map(({ value }) => value));
  const [parameter] = parameters;
  if (parameters.size !== 1 || parameter === undefined || values.size < 3) return undefined;
  const names = [...new Set(found.map(({ name }) => name))];
  const series = names.map((name) => ({
    name,
    points: found
      .filter((each) => each.name === name)
      .map(({ row, value }) => ({ at: value!, ...scaled(summarize(timesOf(row)), scale) }))
      .toSorted((a, b) => a.at - b.at),
  }));
  return { kind: 'lines', parameter, series };
}

function scaled({ median, low, high }: ReturnType<typeof summarize>, scale: (ns: number) => number) {
  return {
    median: scale(median),
    ...(low !== undefined && high !== undefined && { low: scale(low), high: scale(high) }),
  };
}
