import { expect, test } from 'vitest';
import { parseBenchmarks, summarize } from '@escapement/facts';

test('samples of all counts are gathered by benchmark', () => {
  const out = [
    'goos: linux',
    'BenchmarkFind/slow-2   \t 1000\t  1234 ns/op\t      48 B/op\t       2 allocs/op',
    'BenchmarkFind/slow-2   \t 2000\t  1200.5 ns/op\t 12.5 MB/s\t      48 B/op\t       2 allocs/op',
    'BenchmarkOne \t 1\t  10 ns/op',
    'BenchmarkBroken-2',
    'PASS',
  ].join('\n');
  expect(parseBenchmarks(out)).toEqual([
    {
      name: 'BenchmarkFind/slow',
      procs: 2,
      samples: [
        { iterations: 1000, nsPerOp: 1234, bytesPerOp: 48, allocsPerOp: 2 },
        { iterations: 2000, nsPerOp: 1200.5, bytesPerOp: 48, allocsPerOp: 2, extra: { 'MB/s': 12.5 } },
      ],
    },
    { name: 'BenchmarkOne', procs: 1, samples: [{ iterations: 1, nsPerOp: 10 }] },
  ]);
});

test.each([
  [[3], { median: 3, n: 1 }],
  [[1, 2, 3, 4, 5], { median: 3, n: 5 }],
  // Six samples are the fewest that give 95 %: 1 − 2·2⁻⁶ = 96.9 %.
  [[6, 1, 5, 2, 4, 3], { median: 3.5, n: 6, low: 1, high: 6 }],
  // Ten: one can be left out at each end, 1 − 2·11/1024 = 97.9 %.
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { median: 5.5, n: 10, low: 2, high: 9 }],
])('the median of %j with its 95 %% interval', (samples, summary) => {
  expect(summarize(samples)).toEqual(summary);
});
