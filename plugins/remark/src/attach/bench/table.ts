import { compareSamples, summarize, type Timings } from '@escapement/facts';
import type { Paragraph, Table } from 'mdast';
import { formatChange, formatCount, formatInterval, formatTime } from '../format.ts';
import { code, table, type Cell } from '../table.ts';
import { allocsOf, bytesOf, timesOf, type MeasuredBenchmark } from './measured.ts';

/**
 * The table of some benchmarks: median time with its 95 % interval, the change against the first row
 * where there are several, B/op, allocs/op and the number of samples, and a line that says where and when
 * they were taken and what the interval means.
 */
export function benchTable(rows: MeasuredBenchmark[]): [Table, Paragraph] {
  const several = rows.length > 1;
  const change = several ? ['vs first'] : [];
  const head = ['Benchmark', 'time/op', '95 % interval', ...change, 'B/op', 'allocs/op', 'samples'];
  const base = timesOf(rows[0]);
  const body = rows.map((row, at) =>
    benchRow(row, several ? [at === 0 ? '' : changeCell(base, timesOf(row))] : []),
  );
  const align = `l${'r'.repeat(head.length - 1)}`;
  return [table([head, ...body], align, 'escapement-bench'), provenance(rows, several)];
}

/**
 * Why these rows can't stand in one table; undefined where they can. Timings of different machines or Go
 * versions differ by more than what the table is about.
 */
export function mixedTimings(rows: MeasuredBenchmark[]): string[] | undefined {
  const places = new Set(rows.flatMap(({ timings }) => (timings ? placeWords(timings) : [])));
  return places.size > 1 ? [...places] : undefined;
}

function benchRow(row: MeasuredBenchmark, change: string[]): Cell[] {
  const times = timesOf(row);
  const time = times.length > 0 ? summarize(times) : undefined;
  const [bytes, allocs] = [bytesOf(row), allocsOf(row)];
  return [
    code(row.counted.name.replace(/^Benchmark/, '')),
    time ? formatTime(time.median) : '–',
    (time && formatInterval(time)) || '–',
    ...change,
    bytes.length ? formatCount(summarize(bytes).median) : '–',
    allocs.length ? formatCount(summarize(allocs).median) : '–',
    String(times.length),
  ];
}

function changeCell(base: number[], times: number[]): string {
  return base.length > 0 && times.length > 0 ? formatChange(compareSamples(base, times)) : '–';
}

/** Where, when and with what some rows were measured, and what the words of their table mean. */
export function provenance(rows: MeasuredBenchmark[], compared: boolean): Paragraph {
  const measured = rows.flatMap(({ timings }) =>
    timings ? `${measuredWords(timings)} with ${placeWords(timings)}.` : [],
  );
  const intervals = rows.some((row) => summarize(timesOf(row)).low !== undefined);
  const counters = rows.map(({ counter: { version, goos, goarch } }) => `${version} ${goos}/${goarch}`);
  const lines = [
    ...new Set(measured),
    ...(intervals ? ['The interval holds the true median with 95 % confidence.'] : []),
    ...(compared
      ? ['~ means: no difference that could be told from noise (Mann–Whitney U test, α = 0.05).']
      : []),
    `B/op and allocs/op were counted by ${[...new Set(counters)].join(', ')} for this page.`,
  ];
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: lines.join(' ') }],
    data: { hProperties: { className: ['escapement-provenance'] } },
  };
}

/** What is measured while a page is being written would be of one moment, and of no worth. */
function measuredWords({ measured, older }: Timings): string {
  const day = measured.slice(0, 10);
  return older
    ? `The times are older than this code: measured ${day}, before its last change,`
    : `Measured ${day}`;
}

function placeWords({ machine: { cpu, cores }, toolchain: { version, goos, goarch } }: Timings): string {
  return `${version} ${goos}/${goarch} on ${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}`;
}
