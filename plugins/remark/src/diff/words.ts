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
  return `${formatRatio(after / before)}, p=${p.toFixed(3)}`;
}

/** `5 changes in 3 of 12 examples`, or `No changes in 12 examples`. */
export function summaryWords({ changes, examples }: FactsDiff): string {
  const among = `${examples} ${examples === 1 ? 'example' : 'examples'}`;
  if (changes.length === 0) return `No changes in ${among}`;
  const touched = new Set(changes.map(({ page, example }) => `${page}#${example}`)).size;
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} in ${touched} of ${among}`;
}

/** `HEAD~1 (go1.26.8 linux/amd64)`. */
export function sideWords({ name, go }: FactsDiff['before']): string {
  return go === undefined ? name : `${name} (${go})`;
}
