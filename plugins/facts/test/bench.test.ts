import { expect, test } from 'vitest';
import { compareSamples, geomean, parseBenchmarks, printP, summarize } from '@escapement/facts';

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
  // Eight: benchstat takes the narrower one of 96.1 %, and of two equal ones the left.
  [[8, 7, 6, 5, 4, 3, 2, 1], { median: 4.5, n: 8, low: 1, high: 7 }],
  // Ten: one can be left out at each end, 1 − 2·11/1024 = 97.9 %.
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { median: 5.5, n: 10, low: 2, high: 9 }],
])('the median of %j with its 95 %% interval', (samples, summary) => {
  expect(summarize(samples)).toEqual(summary);
});

test.each([
  // All values of one are below all of the other: 2 of the 924 ways to choose six of twelve.
  [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], { p: 2 / 924, significant: true, ratio: 9.5 / 3.5 }],
  [[1, 3, 5], [2, 4, 6], { p: 0.7, significant: false, ratio: 4 / 3 }],
  [[2, 2], [2, 2], { p: 1, significant: false, ratio: 1 }],
  [[0, 0, 0, 0, 0], [1, 1, 1, 1, 1], { p: 2 / 252, significant: true }],
])('%j compared with %j', (base, samples, comparison) => {
  expect(compareSamples(base, samples)).toEqual({ ...comparison, p: expect.closeTo(comparison.p, 12) });
});

test('the geometric mean, where there is one', () => {
  expect(geomean([2, 8])).toBeCloseTo(4, 12);
  expect(geomean([2, 0])).toBeUndefined();
  expect(geomean([])).toBeUndefined();
});

test('a probability that rounds to none is told by what it is below', () => {
  expect([0.2, 0.0005, 0.00049, 0].map(printP)).toEqual(['p=0.200', 'p=0.001', 'p<0.001', 'p<0.001']);
});
