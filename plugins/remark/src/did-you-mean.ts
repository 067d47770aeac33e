import type { ExpectError } from '@escapement/facts';
import { closest, distance } from 'fastest-levenshtein';

/** `, did you mean …?`, or nothing where no known word is near: a far-fetched suggestion only misleads. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0 || word === '') return '';
  const near = closest(word, known);
  // Two letters that changed places are a distance of two.
  const most = Math.max(near.length < 4 ? 1 : 2, Math.floor(near.length / 3));
  return distance(word, near) <= most ? `, did you mean \`${near}\`?` : '';
}

/** Why a condition can't be checked, with what its author may have meant. */
export function withSuggestion({ reason, expected, name }: ExpectError): {
  reason: string;
  expected?: string[];
} {
  const word = name ?? /`([^`]+)`/.exec(reason)?.[1] ?? '';
  return { reason: reason + didYouMean(word, expected), ...(expected.length > 0 && { expected }) };
}
