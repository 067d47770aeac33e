import type { Claim, Expectation, Problem } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import { atFence } from './place.ts';

/** Where one thing that a claim says stands, from its beginning to its end. */
export function claimPlace(
  example: Example,
  { at }: Pick<Claim, 'at'>,
  { span }: Pick<Expectation, 'span'>,
): Required<Pick<Problem, 'path' | 'start' | 'end'>> {
  const located = locateUnits(example.origin, at.line, span.start) ?? atFence(example);
  const { line, column } = located.start;
  return { path: located.path, start: located.start, end: { line, column: column + span.end - span.start } };
}
