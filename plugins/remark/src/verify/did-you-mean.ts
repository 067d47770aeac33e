import { closest, distance } from 'fastest-levenshtein';

/** `, did you mean …?`, or nothing where no known word is near: a far-fetched suggestion only misleads. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0 || word === '') return '';
  const near = closest(word, known);
  return distance(word, near) <= Math.max(1, Math.floor(near.length / 3))
    ? `, did you mean \`${near}\`?`
    : '';
}
