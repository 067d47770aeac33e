import { parseBenchmarks, type BenchFacts, type Benchmark, type RunFacts } from '@escapement/facts';

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
      const failed = facts.ending !== 'exited' || facts.exit !== 0;
      measured.set(target, {
        ...before,
        benchmarks: merge(before.benchmarks, parseBenchmarks(facts.stdout)),
        ...(failed && { failure: facts }),
      });
      onRound(target);
    }
  }
  return measured;
}

/** The part of `BenchFacts` that the run gives. */
export type Measured = Pick<BenchFacts, 'measured' | 'benchmarks' | 'failure'>;

/** The arguments of a test binary that runs each benchmark once. */
export function benchArgs(time: string): string[] {
  return [
    '-test.run=^$',
    '-test.bench=.',
    '-test.benchmem',
    '-test.count=1',
    `-test.benchtime=${time}`,
    '-test.timeout=0',
  ];
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
