import { categories, type Audit } from './run.ts';

/** Each score must reach this. */
const SCORE = 98;

/** The most that a page may weigh, in bytes over the wire, and its script. */
export const WEIGHT = { all: 120_000, script: 15_000 };

/** Where a page misses a goal, in words; empty where it misses none. */
export function missed({ path, scores, weights, shift }: Audit): string[] {
  return [
    ...categories
      .filter((name) => scores[name] < SCORE)
      .map((name) => `${path}: ${name} ${scores[name]}, expected ${SCORE} or more`),
    ...(weights.all > WEIGHT.all ? [`${path}: ${weights.all} B, expected at most ${WEIGHT.all}`] : []),
    ...(weights.js > WEIGHT.script
      ? [`${path}: ${weights.js} B of script, expected at most ${WEIGHT.script}`]
      : []),
    ...(shift > 0 ? [`${path}: layout shift ${shift}, expected none`] : []),
  ];
}

/** One page in two lines, with what cost it points. */
export function describeAudit({ path, scores, weights, shift, costs }: Audit): string {
  const points = categories.map((name) => `${name} ${scores[name]}`).join(', ');
  const kinds = Object.entries(weights).map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)} kB`);
  return [path, `  ${points}`, `  ${kinds.join(', ')}; layout shift ${shift}`]
    .concat(costs.map((cost) => `  − ${cost}`))
    .join('\n');
}
