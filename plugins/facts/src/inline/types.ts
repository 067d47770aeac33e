import type { GoPosition } from '../diagnostics/types.ts';

/** A call whose callee's code stands in its place. */
export interface InlinedCall {
  /** As the compiler names it: `h`, `(*T).M`, `strings.NewReader`; without type arguments. */
  callee: string;
  /** Where the call is written; absent where it is somewhere in the code that was inlined around it. */
  at?: GoPosition;
  /** What was inlined within, in the order of the text. */
  calls: InlinedCall[];
}

/** Which inlined code a decision of the compiler is about. */
export interface InlinedOrigin {
  /** From the call that is written at the decision's place inwards, as far as it can be told. */
  path: Pick<InlinedCall, 'callee' | 'at'>[];
  /** Where the expression itself is written, in the last callee; absent where that cannot be told. */
  at?: GoPosition;
}
