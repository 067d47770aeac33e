import type { Span } from './block.ts';

/**
 * The ids of a block's parts. All begin with the block's own id, so that they are unique on the page as
 * long as that is. A kind is `n` for an allocation site and `e` for a compile error or another problem.
 */
export type PartKind = 'n' | 'e';

/** Id of a note below the block: `x3-n1`. */
export function noteId(block: string, kind: PartKind, number: number): string {
  return `${block}-${kind}${number}`;
}

/** Id of the reference in the code that leads to a note: `x3-n1-ref`. */
export function markId(block: string, kind: PartKind, number: number): string {
  return `${noteId(block, kind, number)}-ref`;
}

/** Id of an expression in the shown code: `x3-l6c4-11`. Equal spans share it. */
export function spanId(block: string, span: Span): string {
  return `${block}-l${span.line}c${span.start}-${span.end}`;
}
