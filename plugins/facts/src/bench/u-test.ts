import { normalCdf } from './normal.ts';

/**
 * The Mann–Whitney U test, two-sided: the probability of samples at least as far apart as these if both
 * came from one distribution. It assumes nothing about the shape of the noise. Undefined where the test
 * says nothing: a sample is empty, or all values are equal.
 *
 * As in golang.org/x/perf: exact where both have at most 50 values (25 where values are equal), else
 * from the normal distribution with corrections for ties and for continuity.
 */
export function uTest(first: number[], second: number[]): number | undefined {
  const [n1, n2] = [first.length, second.length];
  if (n1 === 0 || n2 === 0) return undefined;
  const { u, ties } = rank(first, second);
  const tied = ties.some((count) => count > 1);
  const limit = tied ? EXACT_WITH_TIES : EXACT;
  if (n1 > limit || n2 > limit) return approximate(u, n1, n2, ties);
  if (ties.length === 1) return undefined;
  // The distribution is discrete: from its middle, both sides together would count the middle twice.
  return 2 * u === n1 * n2 ? 1 : 2 * chanceUpTo(Math.min(u, n1 * n2 - u), n1, ties);
}

const EXACT = 50;
const EXACT_WITH_TIES = 25;

/**
 * U of the first sample, the number of pairs in which its value is the greater (an equal one counts
 * half), and how often each value occurs in both together, in ascending order.
 */
function rank(first: number[], second: number[]): { u: number; ties: number[] } {
  const values = [
    ...first.map((value) => ({ value, own: 1 })),
    ...second.map((value) => ({ value, own: 0 })),
  ].toSorted((a, b) => a.value - b.value);
  const ties: number[] = [];
  let u = 0;
  let below = 0;
  for (let at = 0; at < values.length;) {
    const equal = values.slice(at).findIndex(({ value }) => value !== values[at]!.value);
    const count = equal < 0 ? values.length - at : equal;
    const own = values.slice(at, at + count).reduce((sum, value) => sum + value.own, 0);
    u += own * (below + (count - own) / 2);
    below += count - own;
    ties.push(count);
    at += count;
  }
  return { u, ties };
}

/**
 * P(U ≤ limit) if each way to choose the `n1` values of the first sample is equally likely. The ways are
 * counted group by group of equal values, by how many are chosen so far and by twice their U.
 */
function chanceUpTo(limit: number, n1: number, ties: number[]): number {
  const top = 2 * limit;
  let ways = Array.from({ length: n1 + 1 }, () => new Float64Array(top + 1));
  ways[0]![0] = 1;
  let seen = 0;
  for (const count of ties) {
    const next = ways.map(() => new Float64Array(top + 1));
    for (let chosen = 0; chosen <= Math.min(n1, seen); chosen++) {
      for (let own = 0; own <= Math.min(count, n1 - chosen); own++) {
        const step = own * (2 * (seen - chosen) + count - own);
        const factor = choose(count, own);
        const [from, to] = [ways[chosen]!, next[chosen + own]!];
        for (let u = 0; u + step <= top; u++) to[u + step]! += from[u]! * factor;
      }
    }
    ways = next;
    seen += count;
  }
  return ways[n1]!.reduce((sum, count) => sum + count, 0) / choose(seen, n1);
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let at = 1; at <= k; at++) result = (result * (n - k + at)) / at;
  return result;
}

function approximate(u: number, n1: number, n2: number, ties: number[]): number | undefined {
  const n = n1 + n2;
  const correction = ties.reduce((sum, count) => sum + count ** 3 - count, 0) / (n * (n - 1));
  const deviation = Math.sqrt((n1 * n2 * (n + 1 - correction)) / 12);
  if (deviation === 0) return undefined;
  const distance = u - (n1 * n2) / 2;
  return 2 * normalCdf(-Math.abs((distance - Math.sign(distance) * 0.5) / deviation));
}
