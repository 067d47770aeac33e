import type { Timings } from '../unit.ts';
import { parseBenchmarks } from './parse.ts';
import type { BenchSample } from './types.ts';

/** A file of timings: what was measured, and the digest of what it was measured from. */
export interface TimingsFile {
  timings: Timings;
  inputs: string;
}

/**
 * Timings as a text that people and benchstat read (golang.org/design/14313-benchmark-format). By `goos`,
 * `goarch`, `pkg` and `cpu` benchstat tells measurements apart; what it must not tell them apart by, so
 * that two versions of a file can be compared, stands in comments.
 *
 * @param name the package, as benchstat shows it
 */
export function printTimings(name: string, { timings, inputs }: TimingsFile): string {
  const { machine, toolchain, measured, benchmarks } = timings;
  const rounds = Math.max(0, ...benchmarks.map(({ samples }) => samples.length));
  const lines = Array.from({ length: rounds }, (_, round) =>
    benchmarks.flatMap(({ name: benchmark, procs, samples }) =>
      samples[round] ? [`${benchmark}${procs > 1 ? `-${procs}` : ''}\t${printSample(samples[round])}`] : [],
    ),
  );
  return [
    `goos: ${machine.goos}`,
    `goarch: ${machine.goarch}`,
    `pkg: ${name}`,
    `cpu: ${machine.cpu}`,
    `# cores: ${machine.cores}`,
    `# go: ${toolchain.version}`,
    `# measured: ${measured}`,
    `# inputs: ${inputs}`,
    '',
    ...lines.flat(),
    '',
  ].join('\n');
}

/** Reads such a text; undefined where a line of the head is missing or there is no sample. */
export function parseTimings(written: string): TimingsFile | undefined {
  const text = written.replaceAll('\r', '');
  const head = new Map(
    [...text.matchAll(/^(?:# )?([a-z]+): (.*)$/gm)].map(([, key, value]) => [key, value!]),
  );
  const of = (key: string) => head.get(key) ?? '';
  const benchmarks = parseBenchmarks(text);
  const wanted = ['goos', 'goarch', 'cpu', 'cores', 'go', 'measured', 'inputs'];
  if (benchmarks.length === 0 || wanted.some((key) => of(key) === '')) return undefined;
  const target = { goos: of('goos'), goarch: of('goarch') };
  return {
    timings: {
      machine: { cpu: of('cpu'), cores: Number(of('cores')), ...target },
      toolchain: { version: of('go'), ...target },
      measured: of('measured'),
      benchmarks,
    },
    inputs: of('inputs'),
  };
}

function printSample({ iterations, nsPerOp, bytesPerOp, allocsPerOp, extra = {} }: BenchSample): string {
  const values: [number | undefined, string][] = [
    [nsPerOp, 'ns/op'],
    ...Object.entries(extra).map(([unit, value]): [number, string] => [value, unit]),
    [bytesPerOp, 'B/op'],
    [allocsPerOp, 'allocs/op'],
  ];
  const known = values.flatMap(([value, unit]) => (value === undefined ? [] : [`${value} ${unit}`]));
  return [iterations, ...known].join('\t');
}
