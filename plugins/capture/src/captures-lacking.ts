import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Lacking } from '@escapement/facts';
import type { Known } from './batch.ts';
import type { Job } from './job.ts';
import type { ResolvedOptions } from './options.ts';

/**
 * The timings of a unit where they should have come from the captures, and did not. Of benchmarks that
 * fail nothing is said: the failure itself is told.
 */
export function lackingTimings(
  { keys, timing }: Job,
  known: Known,
  { captures, timings, frozen }: ResolvedOptions,
  root: string,
): Lacking[] {
  const bench = keys.bench && known.bench.get(keys.bench);
  const committed = timings === 'committed' || frozen;
  if (!committed || !timing || known.timings.has(timing.inputs) || !bench || bench.failure) return [];
  return [lackingFile('timings', join(captures, timing.name), root)];
}

/** Tells a file that is not there from one that is of other sources. */
export function lackingFile(what: Lacking['what'], file: string, root: string): Lacking {
  return { what, why: existsSync(resolve(root, file)) ? 'stale' : 'missing', file };
}
