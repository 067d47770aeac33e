import {
  parseBenchmarks,
  summarize,
  type BenchFacts,
  type Benchmark,
  type RunFacts,
  type Timings,
} from '@escapement/facts';

/** What one round of a package's benchmarks printed; started once a round. */
export type Round = () => Promise<RunFacts>;

/**
 * Measures packages in interleaved rounds, one at a time: what slows the machine for a while then slows
 * all of them, and no variant looks better for having run in a quiet minute. A package whose benchmarks
 * fail is left out of the rounds that follow.
 */
export async function measure<T>(
  packages: Map<T, Round>,
  count: number,
  onRound: (target: T) => void,
): Promise<Map<T, Measured>> {
  const measured = new Map<T, Measured>();
  for (let round = 0; round < count; round++) {
    for (const [target, run] of packages) {
      const before = measured.get(target) ?? { measured: new Date().toISOString(), benchmarks: [] };
      if (before.failure) continue;
      const facts = await run();
      measured.set(target, {
        ...before,
        benchmarks: merge(before.benchmarks, parseBenchmarks(facts.stdout)),
        ...(failed(facts) && { failure: facts }),
      });
      onRound(target);
    }
  }
  return measured;
}

/** The part of `Timings` that the rounds give; `failure` where one of them failed. */
export type Measured = Pick<Timings, 'measured' | 'benchmarks'> & Pick<BenchFacts, 'failure'>;

/**
 * The time of the run that counts allocations: from 1000 iterations on allocs/op is the same in every run,
 * with fewer it is not.
 */
export const COUNTED = '1000x';

/** What a run of benchmarks counted: one sample each, the median of those that were taken. */
export function counted(facts: RunFacts): BenchFacts {
  const benchmarks = parseBenchmarks(facts.stdout).map(({ samples, ...benchmark }) => {
    const bytes = samples.flatMap(({ bytesPerOp }) => bytesPerOp ?? []);
    const allocs = samples.flatMap(({ allocsPerOp }) => allocsPerOp ?? []);
    const sample = {
      ...samples[0]!,
      ...(bytes.length > 0 && { bytesPerOp: summarize(bytes).median }),
      ...(allocs.length > 0 && { allocsPerOp: summarize(allocs).median }),
    };
    return { ...benchmark, samples: [sample] };
  });
  return { benchmarks, ...(failed(facts) && { failure: facts }) };
}

/**
 * How often it counts: on a busy machine the runtime's own work can fall into a run and add some bytes an
 * iteration to it. The median of three leaves a stray one out.
 */
export const COUNTS = 3;

/** The arguments of a test binary that runs each benchmark, `count` times one after the other. */
export function benchArgs(time: string, count = 1): string[] {
  return [
    '-test.run=^$',
    '-test.bench=.',
    '-test.benchmem',
    `-test.count=${count}`,
    `-test.benchtime=${time}`,
    '-test.timeout=0',
  ];
}

function failed({ ending, exit }: RunFacts): boolean {
  return ending !== 'exited' || exit !== 0;
}

/** Adds samples to the benchmarks of the same name. */
function merge(known: Benchmark[], more: Benchmark[]): Benchmark[] {
  const merged = new Map(known.map((benchmark) => [benchmark.name, benchmark]));
  for (const benchmark of more) {
    const before = merged.get(benchmark.name)?.samples ?? [];
    merged.set(benchmark.name, { ...benchmark, samples: [...before, ...benchmark.samples] });
  }
  return [...merged.values()];
}
