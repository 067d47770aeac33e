import type { Benchmark } from '../bench/types.ts';
import type { Site } from '../block.ts';
import type { UnitFacts } from '../unit.ts';
import { findSites } from '../sites/find.ts';
import { witnessesOf } from '../sites/witnesses.ts';
import { metrics, type ExpectError, type Measure, type Quantity } from './types.ts';

/** A benchmark with what it allocates and, where they were taken, its times. */
export type BenchmarkOf = (name: string | undefined) => { counted: Benchmark; timed?: Benchmark } | Absent;

/** Why there is no number: none is `expected`, or `several` are, of which none is named. */
interface Absent {
  expected: string[];
  several?: true;
}

/** An example as one toolchain saw it. */
export interface Source {
  /** Its file in the unit, as it was compiled. */
  file: string;
  source: string;
  facts: UnitFacts;
  /** The other files of its package that are known; absent where it is alone. */
  others?: { file: string; source: string }[];
}

/** Finds another example of the page by its id. */
export type ExampleOf = (id: string) => Source | { expected: string[] };

/** What a number is read from. */
interface Known extends Source {
  benchmark: BenchmarkOf;
  example: ExampleOf;
}

/** All samples of a number: one, but for those of benchmarks. */
export function measureOf(
  measure: Measure,
  from: Known,
): { samples: number[]; unit: Quantity['unit'] } | ExpectError {
  const { unit, of } = metrics[measure.metric];
  const name = measure.of === undefined ? {} : { name: measure.of };
  const samples = of === 'benchmark' ? benchmarkSamples(measure, from) : single(measure, from);
  if ('expected' in samples) {
    const { expected, several } = samples;
    const why = several ? 'there are several, name one' : 'there is none';
    return { reason: `Unexpected \`${nameOf(measure)}\`: ${why}`, expected, ...name };
  }
  return { samples, unit };
}

/** A number as its author names it: `allocs/op(BenchmarkJoin)`. */
export function nameOf({ metric, of }: Measure): string {
  return `${metric}${of === undefined ? '' : `(${of})`}`;
}

function benchmarkSamples({ metric, of }: Measure, { benchmark }: Known): number[] | Absent {
  const found = benchmark(of);
  if ('expected' in found) return found;
  const samples = (metric === 'ns/op' ? found.timed : found.counted)?.samples ?? [];
  const values = samples.flatMap((sample) => {
    if (metric === 'ns/op') return sample.nsPerOp;
    return (metric === 'B/op' ? sample.bytesPerOp : sample.allocsPerOp) ?? [];
  });
  return values.length > 0 ? values : { expected: ['a benchmark with timings'] };
}

function single(measure: Measure, from: Known): number[] | Absent {
  const other = metrics[measure.metric].of === 'example' && measure.of !== undefined;
  const source = other ? from.example(measure.of!) : from;
  return 'expected' in source ? source : singleSample(measure, source);
}

function singleSample({ metric, of }: Measure, from: Source): number[] | Absent {
  const { compile, run, gc } = from.facts;
  switch (metric) {
    case 'frame': {
      const frames = compile.codegen?.frames ?? [];
      return functionNumber(
        of,
        frames.map(({ func, bytes }) => [func, bytes]),
      );
    }
    case 'cost': {
      const costs = compile.diagnostics.filter(
        ({ cost, pos }) => cost !== undefined && pos?.file === from.file,
      );
      return functionNumber(
        of,
        costs.map(({ subject, cost }) => [subject ?? '', cost!]),
      );
    }
    case 'exit':
      return run ? [run.exit] : { expected: ['an example with `run`'] };
    case 'gc cycles':
      return gc ? [gc.cycles] : { expected: ['an example with `run show=gc`'] };
    case 'gc peak':
      return gc ? [gc.peakMiB] : { expected: ['an example with `run show=gc`'] };
    case 'escape rate':
      return [escapeRate(from)];
    default:
      return [sitesIn(from, from).filter(({ verdict }) => `${verdict} sites` === metric).length];
  }
}

/** The share of a package's allocation sites that are on the heap; 0 where there is none. */
function escapeRate(from: Source): number {
  const sites = [from, ...(from.others ?? [])].flatMap((file) => sitesIn(from, file));
  const memory = sites.filter(({ verdict }) => verdict !== 'caller');
  return memory.filter(({ verdict }) => verdict === 'heap').length / Math.max(1, memory.length);
}

function sitesIn({ facts }: Source, { file, source }: Pick<Source, 'file' | 'source'>): Site[] {
  return findSites(facts.compile.diagnostics, file, source, (line) => line, witnessesOf(facts));
}

/** The number of one function: the named one, or the only one. */
function functionNumber(of: string | undefined, known: [string, number][]): number[] | Absent {
  const unique = new Map(known);
  const found = of === undefined && unique.size === 1 ? [...unique.values()][0] : unique.get(of ?? '');
  if (found !== undefined) return [found];
  return { expected: [...unique.keys()], ...(of === undefined && unique.size > 1 && { several: true }) };
}
