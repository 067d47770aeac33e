import { printP } from '@escapement/facts';
import { formatCount, formatRatio, formatTime } from '../attach/format.ts';
import type { Change, FactsDiff } from './types.ts';

/** A value of a change as people read it: `48 B`, `12.3 ns`, `heap`; `–` where the side has none. */
export function valueWords({ kind }: Change, value: string | number | undefined): string {
  if (value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (kind === 'ns/op') return formatTime(value);
  if (kind === 'inlining') return `cost ${formatCount(value)}`;
  return kind === 'frame' || kind === 'B/op' ? `${formatCount(value)} B` : formatCount(value);
}

/** How sure a difference of times is: `−43 %, p=0.002`; undefined for all other changes. */
export function noteWords({ before, after, p }: Change): string | undefined {
  if (p === undefined || typeof before !== 'number' || typeof after !== 'number') return undefined;
  return `${formatRatio(after / before)}, ${printP(p)}`;
}

/** `5 changes in 3 of 12 examples and 1 of 4 claims`, or `No changes in 12 examples and 4 claims`. */
export function summaryWords({ changes, examples, claims }: FactsDiff): string {
  const all = [count(examples, 'example'), ...(claims > 0 ? [count(claims, 'claim')] : [])];
  if (changes.length === 0) return `No changes in ${all.join(' and ')}`;
  const ofExamples = distinct(changes.flatMap(({ page, example }) => (example ? `${page}#${example}` : [])));
  const ofClaims = distinct(changes.flatMap(({ claim }) => claim ?? []));
  const touched = [ofExamples, ofClaims].flatMap((number, at) =>
    number > 0 ? `${number} of ${all[at]}` : [],
  );
  return `${count(changes.length, 'change')} in ${touched.join(' and ')}`;
}

function distinct(names: string[]): number {
  return new Set(names).size;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** `HEAD~1 (go1.26.8 linux/amd64)`. */
export function sideWords({ name, go }: FactsDiff['before']): string {
  return go === undefined ? name : `${name} (${go})`;
}
