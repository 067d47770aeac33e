import type { Lacking, Problem, UnitFacts } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { atFence } from './place.ts';

/** What the committed captures should have had for this example, with the command that renews it. */
export function lackingProblems(example: Example, { lacking = [] }: Pick<UnitFacts, 'lacking'>): Problem[] {
  return lacking
    .filter(({ what }) => what === 'capture' || example.meta.bench)
    .map((one) => ({
      ...atFence(example),
      ...(one.what === 'capture' ? capture(one) : timings(one, example)),
    }));
}

/** True where nothing is known of an example: then nothing else can be said to be wrong with it. */
export function isUnknown({ lacking = [] }: UnitFacts): boolean {
  return lacking.some(({ what }) => what === 'capture');
}

type Told = Pick<Problem, 'rule' | 'reason' | 'note'>;

function capture({ why, file }: Lacking): Told {
  const stale = why === 'stale';
  return {
    rule: stale ? 'capture-stale' : 'capture-missing',
    reason: stale
      ? `Unexpected capture in \`${file}\`: it is of other sources, or with other options`
      : `Unexpected example without a capture: there is no \`${file}\``,
    note: 'Where there is a Go, run: npx escapement freeze',
  };
}

function timings({ why, file }: Lacking, { page }: Example): Told {
  const what = why === 'stale' ? `those in \`${file}\` are of other sources` : `there is no \`${file}\``;
  return {
    rule: 'timings-stale',
    reason: `Unexpected benchmark without timings: ${what}`,
    note: `On a quiet machine, run: npx escapement measure ${page}`,
  };
}
