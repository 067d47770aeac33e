import { closest, distance } from 'fastest-levenshtein';

/**
 * The address that may be meant by one that nothing stands at: that of a slip of the pen, of a
 * page below it, of a page that has moved, or one whose last part is somewhat like it.
 *
 * @returns `sure` where it hardly can be anything else
 */
export function nearestAddress(
  address: string,
  known: string[],
): { address?: string | undefined; sure: boolean } {
  const slip = nearest(address, known, Math.min(2, Math.floor(address.length / 6)));
  if (slip !== undefined) return { address: slip, sure: true };
  const name = address.split('/').at(-2) ?? '';
  const like =
    known.find((other) => other.startsWith(address)) ?? known.find((other) => other.endsWith(`/${name}/`));
  return { address: like ?? nearest(address, known, Math.floor(name.length / 3)), sure: false };
}

/** The word that takes the fewest changes of letters; undefined where it takes more than `most`. */
export function nearest(word: string, known: string[], most: number): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word, known);
  return distance(word, near) <= most ? near : undefined;
}
