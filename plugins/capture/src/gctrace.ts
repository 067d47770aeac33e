import { parseGctrace, type GcFacts, type Unit } from '@escapement/facts';
import type { Package } from './package.ts';
import { runBinary, type Limits, type Runner } from './run.ts';

/**
 * Runs a program once more, with the collector reporting each cycle. Undefined where it does not end as
 * the author expects: the program's own run then says why.
 */
export async function gctrace(
  runner: Runner,
  target: Package,
  binary: string,
  { args, exit: expected }: NonNullable<Unit['run']>,
  limits: Limits,
): Promise<GcFacts | undefined> {
  const program = { binary, args, env: { GODEBUG: 'gctrace=1' } };
  const facts = await runBinary(runner, target, program, { ...limits, maxOutputBytes: ROOM });
  return facts.ending === 'exited' && facts.exit === expected ? parseGctrace(facts.stderr) : undefined;
}

/** A line a cycle: enough for a hundred thousand of them, in bytes. */
const ROOM = 16 << 20;
