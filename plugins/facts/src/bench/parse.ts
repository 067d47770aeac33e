import type { Benchmark, BenchSample } from './types.ts';

/**
 * Reads the output of `go test -bench`: one entry a benchmark, in order of first appearance, with the
 * samples of all counts. Other lines (`goos:`, `PASS`, what the program prints) are passed over.
 * The format is golang.org/design/14313-benchmark-format.
 */
export function parseBenchmarks(stdout: string): Benchmark[] {
  const benchmarks = new Map<string, Benchmark>();
  for (const line of stdout.split('\n')) {
    const match = LINE.exec(line);
    if (!match) continue;
    const sample = readSample(Number(match[3]), match[4]!);
    if (!sample) continue;
    const name = match[1]!;
    const known = benchmarks.get(name);
    if (known) known.samples.push(sample);
    else benchmarks.set(name, { name, procs: Number(match[2] ?? 1), samples: [sample] });
  }
  return [...benchmarks.values()];
}

/** `BenchmarkName/sub-8    1000    12.5 ns/op   16 B/op   1 allocs/op`; no `-8` where GOMAXPROCS is 1. */
const LINE = /^(Benchmark\S*?)(?:-(\d+))?\s+(\d+)\s+(\S.*)$/;

function readSample(iterations: number, measures: string): BenchSample | undefined {
  const words = measures.trim().split(/\s+/);
  const values = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at += 2) values.set(words[at + 1]!, Number(words[at]));
  const nsPerOp = values.get('ns/op');
  if (nsPerOp === undefined || [...values.values()].some(Number.isNaN)) return undefined;
  const bytesPerOp = values.get('B/op');
  const allocsPerOp = values.get('allocs/op');
  const extra = [...values].filter(([unit]) => !['ns/op', 'B/op', 'allocs/op'].includes(unit));
  return {
    iterations,
    nsPerOp,
    ...(bytesPerOp !== undefined && { bytesPerOp }),
    ...(allocsPerOp !== undefined && { allocsPerOp }),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  };
}
