import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { perIteration, type AllocationStack, type ProfileFacts, type ProfiledRun } from '@escapement/facts';
import type { Package } from './package.ts';
import { readProfile } from './profile-read.ts';
import { runBinary, type Limits, type Runner } from './run.ts';

/**
 * Runs each benchmark of a test binary by itself, with every allocation recorded: twice, and takes one run
 * from the other. One that does not end well is left out: it did so when its allocations were counted.
 */
export async function profileBenchmarks(
  runner: Runner,
  target: Package,
  program: { binary: string; reads: string | undefined },
  benchmarks: string[],
  limits: Limits,
): Promise<ProfileFacts> {
  const runs: ProfiledRun[] = [];
  for (const benchmark of benchmarks) {
    const [short, long] = [await sample(benchmark, WARM), await sample(benchmark, WARM + ITERATIONS)];
    // Recording takes time, and can take more than the limit.
    if (!short || !long) continue;
    runs.push({ benchmark, iterations: ITERATIONS, stacks: perIteration(short, long, ITERATIONS) });
  }
  return { runs };

  async function sample(benchmark: string, iterations: number): Promise<AllocationStack[] | undefined> {
    const path = join(await mkdtemp(join(runner.workspace.dir, 'profile-')), 'memory');
    await writeFile(path, '');
    const args = profileArgs(benchmark, iterations);
    const writes = { path, as: INSIDE };
    const { ending, exit } = await runBinary(runner, target, { ...program, args, writes }, limits);
    if (ending !== 'exited' || exit !== 0) return undefined;
    return readProfile(gunzipSync(await readFile(path)), target);
  }
}

/** What is done at the first use (a `sync.Once`, a map that is made) is no cost of an iteration. */
const WARM = 2;

/** As many as the run that counts allocations has. */
const ITERATIONS = 1000;

/** Where the program finds the file that it writes. */
const INSIDE = '/profile';

/** Rate 1 records every allocation. It ruins timings, so that they are never taken from this run. */
function profileArgs(benchmark: string, iterations: number): string[] {
  return [
    '-test.run=^$',
    `-test.bench=${only(benchmark)}`,
    `-test.benchtime=${iterations}x`,
    '-test.timeout=0',
    '-test.memprofilerate=1',
    `-test.memprofile=${INSIDE}`,
  ];
}

/** The pattern of one benchmark: its parts are matched one by one. */
function only(benchmark: string): string {
  const parts = benchmark.split('/').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return parts.map((part) => `^${part}$`).join('/');
}
