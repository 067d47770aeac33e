import { compareSamples, type Timings } from '@escapement/facts';
import { expect, test } from 'vitest';
import { benchTable, mixedTimings } from '../src/attach/bench/table.ts';
import type { MeasuredBenchmark } from '../src/attach/bench/measured.ts';
import { formatChange } from '../src/attach/format.ts';

test.each([
  [[100, 101, 102, 103, 104, 105], [50, 51, 52, 53, 54, 55], '−49 % (p=0.002)'],
  [[100, 101, 102, 103, 104, 105], [106, 107, 108, 109, 110, 111], '+5.9 % (p=0.002)'],
  [[100, 101, 102, 103], [101, 100, 103, 102], '~ (p=1.000)'],
  [[0, 0, 0, 0, 0], [1, 1, 1, 1, 1], '? (p=0.008)'],
])('from %j to %j is %s', (base, samples, text) => {
  expect(formatChange(compareSamples(base, samples))).toBe(text);
});

test('several rows are compared with the first one', () => {
  const [table] = benchTable([row('BenchmarkA', 100), row('BenchmarkB', 50)]);
  const cells = table.children.map(({ children }) =>
    children.map((cell) => JSON.stringify(cell).match(/"value":"(.*?)"/)![1]),
  );
  expect(cells).toEqual([
    ['Benchmark', 'time/op', '95 % interval', 'vs first', 'B/op', 'allocs/op', 'samples'],
    ['A', '103 ns', '100–105 ns', '', '8', '1', '6'],
    ['B', '52.5 ns', '50.0–55.0 ns', '−49 % (p=0.002)', '8', '1', '6'],
  ]);
});

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
