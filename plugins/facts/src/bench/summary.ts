import type { Summary } from './types.ts';

/**
 * Median of the samples with a 95 % interval from order statistics, which needs no assumption about
 * the shape of the noise. Fewer than six samples cannot give such an interval: `low` and `high` are
 * then absent. As golang.org/x/perf/benchmath does for "AssumeNothing".
 *
 * @param samples at least one number
 */
export function summarize(samples: number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const n = sorted.length;
  const trim = trimFor(n, 0.95);
  return {
    median: medianOf(sorted),
    n,
    ...(trim !== undefined && { low: sorted[trim]!, high: sorted[n - 1 - trim]! }),
  };
}

function medianOf(sorted: number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * How many samples can be left out at each end so that the rest still covers the median with the
 * given confidence: the largest k with 2·P(Binomial(n, ½) ≤ k) ≤ 1 − confidence.
 */
function trimFor(n: number, confidence: number): number | undefined {
  let probability = 0.5 ** n;
  let tail = 0;
  let trim: number | undefined;
  for (let k = 0; k < n; k++) {
    tail += probability;
    if (2 * tail > 1 - confidence) break;
    trim = k;
    probability *= (n - k) / (k + 1);
  }
  return trim;
}
