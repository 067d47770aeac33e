import { summarize, type BenchFacts, type Benchmark } from '@escapement/facts';
import type { Paragraph, PhrasingContent, Table } from 'mdast';
import { formatCount, formatInterval, formatTime } from './format.ts';
import { code, table } from './table.ts';

/** A benchmark with the run that it comes from. */
export interface MeasuredBenchmark {
  benchmark: Benchmark;
  facts: BenchFacts;
}

/**
 * The table of some benchmarks: median time with its 95 % interval, B/op, allocs/op and the number of
 * samples, and a line that says where and when they were taken.
 */
export function benchTable(rows: MeasuredBenchmark[]): [Table, Paragraph] {
  const head = ['Benchmark', 'time/op', '95 % interval', 'B/op', 'allocs/op', 'samples'];
  const body = rows.map(({ benchmark }) => benchRow(benchmark));
  return [table([head, ...body], 'lrrrrr', 'escapement-bench'), provenance(rows)];
}

function benchRow({ name, samples }: Benchmark): (string | PhrasingContent[])[] {
  const time = summarize(samples.map(({ nsPerOp }) => nsPerOp));
  const bytes = samples.flatMap(({ bytesPerOp }) => bytesPerOp ?? []);
  const allocs = samples.flatMap(({ allocsPerOp }) => allocsPerOp ?? []);
  return [
    code(name.replace(/^Benchmark/, '')),
    formatTime(time.median),
    formatInterval(time) || '–',
    bytes.length ? formatCount(summarize(bytes).median) : '–',
    allocs.length ? formatCount(summarize(allocs).median) : '–',
    String(time.n),
  ];
}

/** Timings of different machines or days are never put under one line. */
function provenance(rows: MeasuredBenchmark[]): Paragraph {
  const lines = rows.map(({ facts }) => {
    const { cpu, cores } = facts.machine;
    const { version, goos, goarch } = facts.toolchain;
    return `Measured ${facts.measured.slice(0, 10)} with ${version} ${goos}/${goarch} on ${cpu}, ${cores} cores.`;
  });
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: [...new Set(lines)].join(' ') }],
    data: { hProperties: { className: ['escapement-provenance'] } },
  };
}
