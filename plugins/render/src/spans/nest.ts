import type { MarkedSpan } from '../lines.ts';
import type { SpanPart } from './element.ts';

/** A part of a stretch that crosses no other part: each is inside, around or beside any other. */
export interface Piece extends SpanPart {
  span: MarkedSpan;
  start: number;
  end: number;
}

/**
 * Cuts stretches that cross each other into parts that nest, as elements must. The one that is made later
 * stays whole. Returns the parts in the order in which their elements begin, outer ones first.
 *
 * @param spans in the order in which they are made, inner ones first
 */
export function nestSpans(spans: readonly MarkedSpan[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [part, span] of [...spans.entries()].toReversed())
    pieces.push(...cutAt(span, bordersInside(span, pieces), part));
  // Of equal parts the one that is made later is around the other; sorting keeps their order.
  return pieces.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Where parts begin or end that a stretch crosses. */
function bordersInside({ start, end }: MarkedSpan, pieces: readonly Piece[]): number[] {
  const borders = pieces.flatMap((piece) => {
    if (piece.start < start && start < piece.end && piece.end < end) return [piece.end];
    if (start < piece.start && piece.start < end && end < piece.end) return [piece.start];
    return [];
  });
  return [...new Set(borders)].toSorted((a, b) => a - b);
}

function cutAt(span: MarkedSpan, borders: readonly number[], part: number): Piece[] {
  const edges = [span.start, ...borders, span.end];
  return edges.slice(1).map((end, at, { length }) => ({
    span,
    start: edges[at]!,
    end,
    first: at === 0,
    last: at === length - 1,
    ...(length > 1 && { part }),
  }));
}
