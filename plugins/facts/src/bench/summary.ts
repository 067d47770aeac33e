import { normalCdf, NORMAL_975 } from './normal.ts';
import type { Summary } from './types.ts';

/**
 * Median of the samples with a 95 % interval from order statistics, which needs no assumption about
 * the shape of the noise. Fewer than six samples cannot give such an interval: `low` and `high` are
 * then absent. The numbers are those of benchstat (golang.org/x/perf/benchmath, `AssumeNothing`).
 *
 * @param samples at least one number
 */
export function summarize(samples: number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const n = sorted.length;
  const [first, last] = n <= EXACT ? exactOrders(n) : normalOrders(n);
  const inside = first >= 1 && last <= n;
  return {
    median: medianOf(sorted),
    n,
    ...(inside && { low: sorted[first - 1]!, high: sorted[last - 1]! }),
  };
}

/** Up to this many samples the binomial distribution is summed; benchstat's limit. */
const EXACT = 30;

const CONFIDENCE = 0.95;

/** Of 24 samples benchstat takes the right one of two equals, because its own sums are off in the last digit. */
const RIGHT_FIRST = 24;

function medianOf(sorted: number[]): number {
  const half = sorted.length >> 1;
  if (sorted.length % 2) return sorted[half]!;
  const below = sorted[half - 1]!;
  return below + (sorted[half]! - below) / 2;
}

/**
 * The orders (1-based) of the two samples that bound the interval. That exactly `k` of `n` samples lie
 * below the true median has the probability Binomial(n, ½); neighbours of the most likely `k` are added,
 * the likelier first and the left one of two equals, until they make 95 %. The interval can so be wider
 * on one side by one sample. An order of 0 or `n + 1` is infinity.
 */
function exactOrders(n: number): [first: number, last: number] {
  const chances = binomials(n);
  let left = Math.ceil((n + 1) / 2) - 1;
  let right = left + 1;
  let sum = chances[left]!;
  while (sum < CONFIDENCE && (left > 0 || right <= n)) {
    const before = chances[left - 1] ?? 0;
    const behind = chances[right] ?? 0;
    sum += Math.max(before, behind);
    if (before > behind || (before === behind && n !== RIGHT_FIRST)) left--;
    else right++;
  }
  return [left, right];
}

/** P(Binomial(n, ½) = k) for k from 0 to n. */
function binomials(n: number): number[] {
  const chances = [1];
  for (let k = 0; k < n; k++) chances.push((chances[k]! * (n - k)) / (k + 1));
  return chances.map((count) => count * 0.5 ** n);
}

/** The same from the normal distribution: rounded outwards, then one sample less on the right if 95 % remain. */
function normalOrders(n: number): [first: number, last: number] {
  const mean = n / 2;
  const deviation = Math.sqrt(n) / 2;
  const reach = NORMAL_975 * deviation;
  const left = Math.floor(mean - reach - 0.5) + 1;
  const right = Math.ceil(mean + reach - 0.5) + 1;
  const chance = (last: number) =>
    normalCdf((last - 0.5 - mean) / deviation) - normalCdf((left - 0.5 - mean) / deviation);
  const biased = chance(right - 1) >= CONFIDENCE;
  return [left, biased ? right - 1 : right];
}
