import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareSamples, geomeansOf, parseBenchmarks, printTimings, summarize } from '@escapement/facts';
import { afterAll, expect, test } from 'vitest';

/** The real tool, at this version, says what is right. */
const PERF = 'golang.org/x/perf';
const VERSION = 'v0.0.0-20260908200009-22c9c6c9d4da';

const dir = mkdtempSync(join(tmpdir(), 'benchstat-'));
afterAll(() => rmSync(dir, { recursive: true }));

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'random samples of 1 to 60, with ties, zeros and equal values, seed %i',
  (seed) => {
    const random = randomFrom(seed);
    const rows = Array.from(
      { length: 120 },
      (_, at) => [`Benchmark${at}`, ...pair(random, seed % 3)] as const,
    );
    agree(
      rows.map(([name, before]) => lines(name, before)).join(''),
      rows.map(([name, , after]) => lines(name, after)).join(''),
    );
  },
);

test('every size from 1 to 60 against every tenth', () => {
  const sizes = Array.from({ length: 60 }, (_, at) => at + 1);
  const rising = (n: number, step: number) => Array.from({ length: n }, (_, at) => 100 + at * step);
  agree(
    sizes.map((n) => lines(`Benchmark${n}`, rising(n, 1))).join(''),
    sizes.map((n) => lines(`Benchmark${n}`, rising(Math.ceil(n / 10) * 10, 1.5))).join(''),
  );
});

test('benchstat reads our files of timings, and does not split them by day or Go', () => {
  const [before, after] = ['go1.25.1', 'go1.26.8'].map((version, at) =>
    printTimings('search', {
      inputs: String(at),
      timings: {
        machine: { cpu: 'one', cores: 2, goos: 'linux', goarch: 'amd64' },
        toolchain: { version, goos: 'linux', goarch: 'amd64' },
        measured: `2026-01-0${at + 1}T00:00:00.000Z`,
        benchmarks: parseBenchmarks(
          lines(
            'BenchmarkA-2',
            [100, 101, 102, 103, 104, 105].map((ns) => ns + at * 9),
          ),
        ),
      },
    }),
  );
  expect(benchstat(before!, after!).get('sec/op')![0]!.slice(-2)).toEqual(['+8.78%', 'p=0.002 n=6']);
});

test.each([
  ['old.txt', 'new.txt'],
  ['crc-old.txt', 'crc-new.txt'],
])('the real measurements %s and %s', (before, after) => {
  const module = JSON.parse(go('mod', 'download', '-json', `${PERF}@${VERSION}`)) as { Dir: string };
  const text = (name: string) => readFileSync(join(module.Dir, 'cmd/benchstat/testdata', name), 'utf8');
  agree(text(before), text(after));
});

/** Every number that benchstat prints of two files is the one that we have. */
function agree(before: string, after: string): void {
  for (const [unit, printed] of benchstat(before, after)) {
    const ours = tableOf(samplesOf(before, unit), samplesOf(after, unit));
    expect(printed.slice(0, -1)).toEqual(ours.slice(0, -1));
    const [theirGeomean, ourGeomean] = [printed.at(-1)!, ours.at(-1)!];
    expect(theirGeomean.at(-1)).toEqual(ourGeomean.at(-1));
    // Go and JavaScript may differ in the last digit of a logarithm.
    const nearly = [1, 2].map((column) => same(theirGeomean[column]!, ourGeomean[column]!));
    expect(nearly).toEqual([true, true]);
  }
}

function same(one: string, other: string): boolean {
  return one === other || Math.abs(Number(one) / Number(other) - 1) < 1e-13;
}

/** Rows of `name, median, ±, median, ±, delta, p and n`, then `geomean, before, after, delta`. */
function tableOf(before: Map<string, number[]>, after: Map<string, number[]>): string[][] {
  const rows = [...before].map(([name, base]) => {
    const samples = after.get(name)!;
    const n = base.length === samples.length ? `n=${base.length}` : `n=${base.length}+${samples.length}`;
    const { p, significant, ratio } = compareSamples(base, samples);
    const delta = !significant ? '~' : ratio === undefined ? '?' : ratio === 1 ? '0.00%' : percent(ratio);
    const chance = p === 0 ? '' : `p=${fixed(p, 3)} `;
    return [name, ...summaryCells(base), ...summaryCells(samples), delta, `${chance}${n}`];
  });
  const {
    base,
    other,
    ratio: mean,
  } = geomeansOf([...before].map(([name, samples]) => ({ base: samples, other: after.get(name)! })));
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  const total = mean === undefined ? '?' : percent(mean, true);
  return [...rows, ['geomean', text(base), text(other), total]];
}

function summaryCells(values: number[]): string[] {
  const { median, low, high } = summarize(values);
  return [String(median), range(median, low, high)];
}

/** As `Summary.PctRangeString`. */
function range(median: number, low?: number, high?: number): string {
  if (low === undefined || high === undefined) return '∞';
  if (Math.sign(low) !== Math.sign(median) || Math.sign(high) !== Math.sign(median)) return '?';
  return median === 0 ? '0%' : `${fixed(100 * Math.max(high / median - 1, 1 - low / median), 0)}%`;
}

function percent(ratio: number, zeroSigned = false): string {
  const value = (ratio - 1) * 100;
  const sign = value > 0 || (value === 0 && zeroSigned) ? '+' : '';
  const text = fixed(value, 2);
  return `${sign}${Object.is(Number(text), -0) && !text.startsWith('-') ? '-' : ''}${text}%`;
}

/** As Go's `%.Nf`, which rounds an exact half to the even digit; `toFixed` rounds it up. */
function fixed(value: number, digits: number): string {
  const behind = value.toFixed(20).split('.')[1]!.slice(digits).replace(/0+$/, '');
  const up = value.toFixed(digits);
  if (behind !== '5' || Number(up.at(-1)) % 2 === 0) return up;
  return (value - Math.sign(value) * 0.6 * 10 ** -digits).toFixed(digits);
}

function benchstat(before: string, after: string): Map<string, string[][]> {
  writeFileSync(join(dir, 'before.txt'), before);
  writeFileSync(join(dir, 'after.txt'), after);
  const args = ['-format', 'csv', '-table', '', '-row', '.fullname', 'before.txt', 'after.txt'];
  const csv = go('run', `${PERF}/cmd/benchstat@${VERSION}`, ...args);
  const tables = new Map<string, string[][]>();
  for (const block of csv.trim().split(/\n(?:"")?\n/)) {
    const [, units = '', ...rows] = block.split('\n').filter((line) => line.includes(','));
    const cells = rows.map((row) => row.split(',').map(asWritten));
    const geomeans = cells.pop()!;
    tables.set(units.split(',')[1]!, [...cells, [0, 1, 3, 5].map((column) => geomeans[column] ?? '')]);
  }
  return tables;
}

/** A number as JavaScript writes it: Go goes over to exponents earlier. */
function asWritten(cell: string): string {
  return /^[\d.]+(e[-+]\d+)?$/.test(cell) ? String(Number(cell)) : cell;
}

/** Samples by the names that benchstat shows, in its units. */
function samplesOf(text: string, unit: string): Map<string, number[]> {
  const entries = parseBenchmarks(text).map(({ name, procs, samples }): [string, number[]] => {
    const values = samples.map(({ nsPerOp, bytesPerOp, allocsPerOp, extra }) => {
      switch (unit) {
        case 'sec/op':
          return nsPerOp * 1e-9;
        case 'B/op':
          return bytesPerOp!;
        case 'allocs/op':
          return allocsPerOp!;
        case 'B/s':
          return extra!['MB/s']! * 1e6;
        default:
          throw new Error(`unit ${unit}`);
      }
    });
    return [`${name.replace(/^Benchmark/, '')}${procs > 1 ? `-${procs}` : ''}`, values];
  });
  return new Map(entries);
}

function go(...args: string[]): string {
  return execFileSync('go', args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function lines(name: string, values: number[]): string {
  return values
    .map(
      (value) =>
        `${name} 1 ${value || 1} ns/op ${Math.round(value)} B/op ${Math.round(value) % 3} allocs/op\n`,
    )
    .join('');
}

/** Samples of a baseline and of a change: `kind` 0 has no equal values, 1 has many, 2 has zeros too. */
function pair(random: () => number, kind: number): [number[], number[]] {
  const size = () => 1 + Math.floor(random() * (random() < 0.1 ? 60 : 30));
  const shift = random() < 0.5 ? 1 : 0.8 + random() * 0.4;
  const value = () => {
    const noisy = 1000 * (1 + random() * random());
    if (kind === 0) return Math.round(noisy * 1e4) / 1e4;
    return Math.floor(noisy / 150) - (kind === 2 ? 6 : 0);
  };
  const constant = kind > 0 && random() < 0.2 ? value() : undefined;
  const sample = (factor: number) =>
    Array.from({ length: size() }, () => constant ?? (kind === 0 ? value() * factor : value()));
  return [sample(1), sample(shift)];
}

/** A small generator of random numbers (mulberry32), the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
