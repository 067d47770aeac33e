import type { ElementContent } from 'hast';
import type { MarkedSpan } from '../lines.ts';
import { renderSpan } from './element.ts';
import { nestSpans, type Piece } from './nest.ts';

/** Gives the code of a line between two columns, highlighted; nothing between equal ones. */
export type CodeOf = (start: number, end: number) => ElementContent[];

/**
 * The code of a line with an element around each of its stretches, for a host that does not put elements
 * into its code by itself.
 *
 * @param spans as in a `MarkedLine`, inside the line
 * @param length of the line, in UTF-16 units
 */
export function renderSpans(spans: readonly MarkedSpan[], length: number, codeOf: CodeOf): ElementContent[] {
  return fill({ start: 0, end: length }, nestSpans(spans), codeOf);
}

/** What is between two columns; `pieces` are those inside, which are taken off the list. */
function fill(
  { start, end }: Pick<Piece, 'start' | 'end'>,
  pieces: Piece[],
  codeOf: CodeOf,
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = start;
  while (pieces[0] && pieces[0].start < end) {
    const piece = pieces.shift()!;
    nodes.push(...codeOf(at, piece.start), ...renderSpan(piece.span, fill(piece, pieces, codeOf), piece));
    at = piece.end;
  }
  return [...nodes, ...codeOf(at, end)];
}
