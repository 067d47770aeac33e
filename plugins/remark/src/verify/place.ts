import type { GoPosition, Problem } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locate, locateEnd } from '../page/locate.ts';

type Place = Pick<Problem, 'path' | 'start'>;

/** The place of an example's fence, for problems that no line of it can be blamed for. */
export function atFence({ page, place }: Example): Place {
  return { path: page, start: place };
}

/** The place of a word behind the fence, for what it asked for; of the first that stands there. */
export function atWord(example: Example, ...words: string[]): Place & Pick<Problem, 'end'> {
  const place = words.map((word) => example.words.get(word)).find((found) => found !== undefined);
  return place ? { path: example.page, ...place } : atFence(example);
}

/**
 * The author's place of a position in the example's own file. Behind the author's last line (the brace
 * that closes `main`) it is that line's end; for what the author did not write, or another file, the fence.
 */
export function atPosition(example: Example, pos: GoPosition | undefined): Place {
  if (!pos || pos.file !== example.file) return atFence(example);
  const { origin, source } = example;
  const behind = pos.line > origin.offset + origin.columns.length;
  return (behind ? locateEnd(origin, source) : locate(origin, source, pos)) ?? atFence(example);
}
