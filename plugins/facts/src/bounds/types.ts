import type { Span } from '../block.ts';

/** A check that Go asks for at one place of the code: of an index, of the bounds of a slice, of a pointer. */
export interface BoundsCheck {
  span: Span;
  /** The text of the span. */
  expr: string;
  kind: 'index' | 'slice' | 'nil';
  /**
   * True where the check is in the code; false where the compiler proved that it can't fail, or, of a
   * nil check, that another instruction makes it.
   */
  kept: boolean;
  /** The compiler's own words, each once. */
  messages: string[];
}
