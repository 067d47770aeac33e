import type { Claim, Problem } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import { atFence } from './place.ts';

/** Where the comment of a claim stands, from its beginning to its end. */
export function claimPlace(
  example: Example,
  { at }: Pick<Claim, 'at'>,
): Required<Pick<Problem, 'path' | 'start' | 'end'>> {
  const located = locateUnits(example.origin, at.line, at.column) ?? atFence(example);
  const { line, column } = located.start;
  return { ...located, end: { line, column: column + at.end - at.column } };
}
