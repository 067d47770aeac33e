import type { Span } from '../block.ts';
import { withoutTypeArguments } from '../diagnostics/instances.ts';
import type { NamedFunction } from '../go/names.ts';
import type { Codegen } from './types.ts';

/** The frame of a declared function. */
export interface ShownFrame {
  /** As the linker names it: an instance of a generic function has its type arguments. */
  func: string;
  /** The function's name in the shown code. */
  span: Span;
  /** Bytes of one call on the stack: locals, saved registers, and arguments for calls. */
  bytes: number;
  /** Bytes of arguments and results that are on the stack of the caller. */
  args: number;
}

/**
 * The frames of the functions that a file declares, in reading order; those of their closures are left
 * out. A function that was not compiled by itself (a generic one that nothing uses) has none.
 */
export function findFrames({ frames }: Codegen, functions: NamedFunction[]): ShownFrame[] {
  return functions.flatMap(({ func: { name }, span }) =>
    frames
      .filter(({ func }) => name !== undefined && withoutTypeArguments(func) === name)
      .map(({ func, bytes, args }) => ({ func, span, bytes, args })),
  );
}
