import { summarize } from './summary.ts';
import type { Comparison } from './types.ts';
import { uTest } from './u-test.ts';

/**
 * Compares samples with those of a baseline, as benchstat does: the difference of the medians, and
 * whether it can be told from noise by the Mann–Whitney U test at α = 0.05.
 *
 * @param base at least one number
 * @param samples at least one number
 */
export function compareSamples(base: number[], samples: number[]): Comparison {
  const p = uTest(base, samples) ?? 1;
  const [before, after] = [summarize(base).median, summarize(samples).median];
  const ratio = before === after ? 1 : before === 0 ? undefined : after / before;
  return { p, significant: p <= ALPHA, ...(ratio !== undefined && { ratio }) };
}

/** How likely such a difference is by chance: `p=0.002`. No chance is none, so the least are told by a bound. */
export function printP(p: number): string {
  return p < 0.0005 ? 'p<0.001' : `p=${p.toFixed(3)}`;
}

const ALPHA = 0.05;
