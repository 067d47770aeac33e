import { compareSamples, printToolchain, summarize, type Timings } from '@escapement/facts';
import type { Paragraph, Table } from 'mdast';
import { formatChange, formatCount, formatInterval, formatTime } from '../format.ts';
import { code, table, type Cell } from '../table.ts';
import type { BenchRow, BenchRows } from './families.ts';
import { geomeanRows } from './means.ts';
import { allocsOf, bytesOf, timesOf, type MeasuredBenchmark } from './measured.ts';

/**
 * The table of some benchmarks: median time with its 95 % interval, the change against the first row, or of
 * families against the first of them, B/op, allocs/op and the number of samples, geometric means of the
 * families, and a line that says where and when they were taken and what the interval means.
 */
export function benchTable(arranged: BenchRows): [Table, Paragraph] {
  const { rows, families } = arranged;
  const several = rows.length > 1;
  const change = several ? [`vs ${families?.[0] ?? 'first'}`] : [];
  const head = ['Benchmark', 'time/op', '95 % interval', ...change, 'B/op', 'allocs/op', 'samples'];
  const body = rows.map((row) => benchRow(row, several ? [changeCell(row)] : []));
  const align = `l${'r'.repeat(head.length - 1)}`;
  const measured = rows.map(({ row }) => row);
  return [
    table([head, ...body, ...geomeanRows(arranged)], align, 'escapement-bench'),
    provenance(measured, several, families !== undefined),
  ];
}

/**
 * Why these rows can't stand in one table; undefined where they can. Timings of different machines or Go
 * versions differ by more than what the table is about.
 */
export function mixedTimings(rows: MeasuredBenchmark[]): string[] | undefined {
  const places = new Set(rows.flatMap(({ timings }) => (timings ? placeWords(timings) : [])));
  return places.size > 1 ? [...places] : undefined;
}

function benchRow({ name, row }: BenchRow, change: string[]): Cell[] {
  const times = timesOf(row);
  const time = times.length > 0 ? summarize(times) : undefined;
  const [bytes, allocs] = [bytesOf(row), allocsOf(row)];
  return [
    code(name),
    time ? formatTime(time.median) : '–',
    (time && formatInterval(time)) || '–',
    ...change,
    bytes.length ? formatCount(summarize(bytes).median) : '–',
    allocs.length ? formatCount(summarize(allocs).median) : '–',
    String(times.length),
  ];
}

function changeCell({ row, base }: BenchRow): string {
  if (!base) return '';
  const [before, times] = [timesOf(base), timesOf(row)];
  return before.length > 0 && times.length > 0 ? formatChange(compareSamples(before, times)) : '–';
}

/** Where, when and with what some rows were measured, and what the words of their table mean. */
export function provenance(rows: MeasuredBenchmark[], compared: boolean, means = false): Paragraph {
  const measured = rows.flatMap(({ timings }) =>
    timings ? `${measuredWords(timings)} with ${placeWords(timings)}.` : [],
  );
  const intervals = rows.some((row) => summarize(timesOf(row)).low !== undefined);
  const counters = rows.map(({ counter }) => printToolchain(counter));
  const lines = [
    ...new Set(measured),
    ...(intervals ? ['The interval holds the true median with 95 % confidence.'] : []),
    ...(compared
      ? ['~ means: no difference that could be told from noise (Mann–Whitney U test, α = 0.05).']
      : []),
    ...(means ? ['geomean: the geometric mean of the rows of that name.'] : []),
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

function placeWords({ machine: { cpu, cores }, toolchain }: Timings): string {
  return `${printToolchain(toolchain)} on ${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}`;
}
