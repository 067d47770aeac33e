import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ProfiledRun, RunFacts, StackFacts, Unit } from '@escapement/facts';
import type { Package } from './package.ts';
import { PROBE } from './probe-source.ts';
import { readProfile } from './profile-read.ts';
import { runBinary, type Limits, type Runner } from './run.ts';

/** What one run of a program with the probe told; `failure` where it left nothing behind. */
export type ProbeFacts = { profile: ProfiledRun; stack: StackFacts } | { failure: RunFacts };

/** True for a run that ended by itself, or by a signal, as its author expects. */
export function endsAsExpected({ ending, exit }: RunFacts, expected: NonNullable<Unit['run']>): boolean {
  return (ending === 'exited' || ending === 'signal') && exit === expected.exit;
}

/**
 * True for a run that the runtime ended because of a deadlock. Under the probe it would not end: the goroutine
 * that watches the stacks waits for a timer, and where there is one the runtime sees no deadlock
 * (runtime/proc.go, checkdead).
 */
export function isDeadlock({ exit, stderr }: RunFacts): boolean {
  return exit === 2 && DEADLOCK.test(stderr);
}

const DEADLOCK = /^fatal error: (?:all goroutines are asleep|no goroutines \(.*\)) - deadlock!$/m;

/**
 * Runs a program once more, with every allocation recorded from its first `init` on, and with its stacks
 * watched. It must be linked with the probe, and end by returning from `main` or by `os.Exit`.
 */
export async function probe(
  runner: Runner,
  target: Package,
  binary: string,
  expected: NonNullable<Unit['run']>,
  limits: Limits,
): Promise<ProbeFacts> {
  const path = join(await mkdtemp(join(runner.workspace.dir, 'probe-')), 'report');
  await writeFile(path, '');
  const writes = { path, as: '/report' };
  const failure = await runBinary(
    runner,
    target,
    { binary, args: expected.args, writes, env: ENVIRONMENT },
    limits,
  );
  const report = await readFile(path);
  const end = report.indexOf('\n');
  if (end < 0 || !endsAsExpected(failure, expected)) return { failure };
  const [startBytes, peakBytes] = report.subarray(0, end).toString().split(' ').map(Number);
  const stacks = readProfile(gunzipSync(report.subarray(end + 1)), target, PROBE);
  return {
    profile: { iterations: 1, stacks: stacks.filter(({ objects }) => objects > 0) },
    stack: { startBytes: startBytes!, peakBytes: peakBytes! },
  };
}

/** Rate 1 records every allocation; a stack that shrinks before it is looked at would be missed. */
const ENVIRONMENT = { GODEBUG: 'memprofilerate=1,gcshrinkstackoff=1', ESCAPEMENT_REPORT: '/report' };
