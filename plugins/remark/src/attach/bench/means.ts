import { geomean, geomeansOf, summarize } from '@escapement/facts';
import { formatCount, formatRatio, formatTime } from '../format.ts';
import type { Cell } from '../table.ts';
import type { BenchRow, BenchRows } from './families.ts';
import { allocsOf, bytesOf, timesOf, type MeasuredBenchmark } from './measured.ts';

/** The last rows of a table that compares families: geometric means, one row a family. */
export function geomeanRows({ rows, families = [] }: BenchRows): Cell[][] {
  // The rows of all families alternate.
  return families.map((family, nth) =>
    geomeanRow(
      family,
      rows.filter((_, at) => at % families.length === nth),
    ),
  );
}

/** A dash stands where there is none, because something takes nothing. */
function geomeanRow(family: string, rows: BenchRow[]): Cell[] {
  const pairs = rows.map(({ row, base }) => ({ base: timesOf(base ?? row), other: timesOf(row) }));
  const timed = pairs.every(({ base, other }) => base.length > 0 && other.length > 0);
  const { other, ratio } = timed ? geomeansOf(pairs) : {};
  const compared = rows.some(({ base }) => base);
  return [
    `geomean of ${family}`,
    other === undefined ? '–' : formatTime(other),
    '',
    compared ? (ratio === undefined ? '–' : formatRatio(ratio)) : '',
    countCell(rows, bytesOf),
    countCell(rows, allocsOf),
    '',
  ];
}

function countCell(rows: BenchRow[], of: (row: MeasuredBenchmark) => number[]): string {
  const samples = rows.map(({ row }) => of(row));
  if (samples.some((one) => one.length === 0)) return '–';
  const mean = geomean(samples.map((one) => summarize(one).median));
  return mean === undefined ? '–' : formatCount(mean);
}
