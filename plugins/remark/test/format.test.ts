import { compareSamples, type Timings } from '@escapement/facts';
import { expect, test } from 'vitest';
import { benchTable, mixedTimings } from '../src/attach/bench/table.ts';
import type { MeasuredBenchmark } from '../src/attach/bench/measured.ts';
import { arrange, type BenchRows } from '../src/attach/bench/families.ts';
import { formatChange } from '../src/attach/format.ts';

test.each([
  [[100, 101, 102, 103, 104, 105], [50, 51, 52, 53, 54, 55], '−49 % (p=0.002)'],
  [[100, 101, 102, 103, 104, 105], [106, 107, 108, 109, 110, 111], '+5.9 % (p=0.002)'],
  [[1, 1, 1, 1, 1, 1], [31, 31.2, 31.2, 31.2, 31.2, 32], '×31.2 (p=0.002)'],
  [[1, 1, 1, 1, 1, 1], [9000, 9001, 9001, 9001, 9001, 9002], '×9,001 (p=0.002)'],
  [[100, 101, 102, 103], [101, 100, 103, 102], '~ (p=1.000)'],
  [[0, 0, 0, 0, 0], [1, 1, 1, 1, 1], '? (p=0.008)'],
])('from %j to %j is %s', (base, samples, text) => {
  expect(formatChange(compareSamples(base, samples))).toBe(text);
});

test('several rows are compared with the first one', () => {
  const rows = [row('BenchmarkA', 100), row('BenchmarkB', 50)];
  expect(cellsOf(arrange([{ name: 'A', rows }]))).toEqual(cellsOf(arrange(grouped(rows))));
  expect(cellsOf(arrange(grouped(rows)))).toEqual([
    ['Benchmark', 'time/op', '95 % interval', 'vs first', 'B/op', 'allocs/op', 'samples'],
    ['A', '103 ns', '100–105 ns', '', '8', '1', '6'],
    ['B', '52.5 ns', '50.0–55.0 ns', '−49 % (p=0.002)', '8', '1', '6'],
  ]);
});

test('groups with the same benchmarks inside are compared one by one, with their geometric means', () => {
  const groups = [
    { name: 'Old', rows: [row('BenchmarkOld/n=8', 100), row('BenchmarkOld/n=64', 800)] },
    { name: 'BenchmarkNew', rows: [row('BenchmarkNew/n=64', 400), row('BenchmarkNew/n=8', 50)] },
  ];
  const cells = cellsOf(arrange(groups));
  expect(cells.map(([name, time, , change]) => [name, time, change])).toEqual([
    ['Benchmark', 'time/op', 'vs Old'],
    ['Old/n=8', '103 ns', ''],
    ['New/n=8', '52.5 ns', '−49 % (p=0.002)'],
    ['Old/n=64', '803 ns', ''],
    ['New/n=64', '403 ns', '−50 % (p=0.002)'],
    ['geomean of Old', '287 ns', ''],
    ['geomean of New', '145 ns', '−49 %'],
  ]);
  expect(cells.at(-1)!.slice(4)).toEqual(['8', '1', '']);
  const zero = row('BenchmarkNew/n=8', 50);
  zero.counted.samples.forEach((sample) => (sample.allocsPerOp = 0));
  groups[1]!.rows[1] = zero;
  expect(cellsOf(arrange(groups)).at(-1)!.slice(4)).toEqual(['8', '–', '']);
});

test.each([
  ['other names inside', ['Old/a', 'Old/b'], ['New/a', 'New/c']],
  ['more inside', ['Old/a', 'Old/b'], ['New/a', 'New/b', 'New/c']],
  ['one inside', ['Old/a'], ['New/a']],
])('groups with %s are compared with the first row', (_, old, others) => {
  const groups = [old, others].map((names, at) => ({
    name: `${at}`,
    rows: names.map((name) => row(name, 9)),
  }));
  const cells = cellsOf(arrange(groups));
  expect(cells[0]).toContain('vs first');
  expect(cells.slice(1).map(([name]) => name)).toEqual([...old, ...others]);
});

const grouped = (rows: MeasuredBenchmark[]) => rows.map((one) => ({ name: one.counted.name, rows: [one] }));

const cellsOf = (rows: BenchRows) =>
  benchTable(rows)[0].children.map(({ children }) =>
    children.map((cell) => JSON.stringify(cell).match(/"value":"(.*?)"/)![1]),
  );

test('one machine and one Go, or no table', () => {
  expect(mixedTimings([row('A', 1), row('B', 2)])).toBeUndefined();
  expect(mixedTimings([row('A', 1), row('B', 2, { cpu: 'Z80' })])).toEqual([
    'go1.26.8 linux/amd64 on 6502, 1 core',
    'go1.26.8 linux/amd64 on Z80, 1 core',
  ]);
  expect(mixedTimings([row('A', 1), row('B', 2, {}, 'go1.25.0')])).toHaveLength(2);
});

function row(
  name: string,
  ns: number,
  machine: Partial<Timings['machine']> = {},
  version = 'go1.26.8',
): MeasuredBenchmark {
  const target = { goos: 'linux', goarch: 'amd64' };
  const timed = {
    name,
    procs: 1,
    samples: [0, 1, 2, 3, 4, 5].map((more) => ({ iterations: 1, nsPerOp: ns + more })),
  };
  return {
    counted: { name, procs: 1, samples: [{ iterations: 1000, nsPerOp: 1, bytesPerOp: 8, allocsPerOp: 1 }] },
    counter: { version: 'go1.26.8', ...target },
    timed,
    timings: {
      machine: { cpu: '6502', cores: 1, ...target, ...machine },
      toolchain: { version, ...target },
      measured: '2026-11-21T00:00:00.000Z',
      benchmarks: [timed],
    },
  };
}
