import { expect, test } from 'vitest';
import { parseTimings, printTimings, type TimingsFile } from '@escapement/facts';

const file: TimingsFile = {
  inputs: '00055816518a63c8',
  timings: {
    machine: { cpu: 'A: Processor (tm) @ 2.00GHz', cores: 2, goos: 'linux', goarch: 'arm64' },
    toolchain: { version: 'go1.26.8', goos: 'linux', goarch: 'arm64' },
    measured: '2026-11-21T13:26:03.953Z',
    benchmarks: [
      {
        name: 'BenchmarkA/size=10',
        procs: 2,
        samples: [
          { iterations: 1000, nsPerOp: 20.04, bytesPerOp: 8, allocsPerOp: 1, extra: { 'MB/s': 1.5 } },
          { iterations: 1001, nsPerOp: 1e-7, bytesPerOp: 8, allocsPerOp: 1 },
        ],
      },
      { name: 'BenchmarkB', procs: 1, samples: [{ iterations: 5, nsPerOp: 3 }] },
    ],
  },
};

test('timings are written as benchmark output, round by round, and read again', () => {
  const text = printTimings('content/guide/limits', file);
  expect(text).toBe(`goos: linux
goarch: arm64
pkg: content/guide/limits
cpu: A: Processor (tm) @ 2.00GHz
# cores: 2
# go: go1.26.8
# measured: 2026-11-21T13:26:03.953Z
# inputs: 00055816518a63c8

BenchmarkA/size=10-2	1000	20.04 ns/op	1.5 MB/s	8 B/op	1 allocs/op
BenchmarkB	5	3 ns/op
BenchmarkA/size=10-2	1001	1e-7 ns/op	8 B/op	1 allocs/op
`);
  expect(parseTimings(text)).toEqual(file);
  expect(parseTimings(text.replaceAll('\n', '\r\n'))).toEqual(file);
});

test.each(['goos', '# cores', '# go', '# measured', '# inputs', 'Benchmark'])(
  'without %s it is no such file',
  (line) => {
    const text = printTimings('p', file);
    expect(parseTimings(text.replaceAll(new RegExp(`^${line}.*\n`, 'gm'), ''))).toBeUndefined();
  },
);
