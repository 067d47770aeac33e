import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { attributeProfile, type ProfileFacts } from '@escapement/facts';
import type { Package } from './package.ts';
import { readProfile } from './profile-read.ts';
import { runBinary, type Limits, type Runner } from './run.ts';

/**
 * Runs the benchmarks of a test binary twice, with every allocation recorded, and takes one run from the
 * other. Undefined where a run fails: the benchmarks' own run then says why.
 */
export async function profile(
  runner: Runner,
  target: Package,
  binary: string,
  reads: string | undefined,
  limits: Limits,
): Promise<ProfileFacts | undefined> {
  const samples = [];
  for (const iterations of [ITERATIONS, 2 * ITERATIONS]) {
    const path = join(await mkdtemp(join(runner.workspace.dir, 'profile-')), 'memory');
    await writeFile(path, '');
    const args = profileArgs(iterations);
    const writes = { path, as: INSIDE };
    const { ending, exit } = await runBinary(runner, target, { binary, args, reads, writes }, limits);
    if (ending !== 'exited' || exit !== 0) return undefined;
    samples.push(readProfile(gunzipSync(await readFile(path)), target));
  }
  return { lines: attributeProfile(samples[0]!, samples[1]!, ITERATIONS), iterations: ITERATIONS };
}

/** As many as the run that counts allocations has. */
const ITERATIONS = 1000;

/** Where the program finds the file that it writes. */
const INSIDE = '/profile';

/** Rate 1 records every allocation. It ruins timings, so that they are never taken from this run. */
function profileArgs(iterations: number): string[] {
  return [
    '-test.run=^$',
    '-test.bench=.',
    `-test.benchtime=${iterations}x`,
    '-test.timeout=0',
    '-test.memprofilerate=1',
    `-test.memprofile=${INSIDE}`,
  ];
}
