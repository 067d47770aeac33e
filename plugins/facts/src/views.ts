import type { BlockFacts } from './block.ts';
import { findBounds } from './bounds/find.ts';
import { findFrames } from './codegen/frames.ts';
import type { Codegen } from './codegen/types.ts';
import type { Diagnostic } from './diagnostics/types.ts';
import { shownFunctions } from './go/names.ts';
import { readText, shownSpan, type ShownLine } from './go/shown.ts';
import { findInlining } from './inline/shown.ts';
import { inlineTrees } from './inline/tree.ts';

/** What a block may show besides its sites: inlining, checks, frames. `bounds` is empty where none was told. */
export function findViews(
  diagnostics: Diagnostic[],
  file: string,
  source: string,
  shown: ShownLine,
  codegen?: Codegen,
): Required<Pick<BlockFacts, 'inline' | 'bounds'>> & Pick<BlockFacts, 'frames'> {
  const text = readText(source);
  const functions = shownFunctions(text.tokens, shown);
  const spanOf = (place: NonNullable<Diagnostic['pos']>) => shownSpan(text, shown, place);
  const trees = inlineTrees(diagnostics, new Map([[file, source]]));
  return {
    inline: findInlining(diagnostics, file, trees, functions, spanOf),
    bounds: findBounds(diagnostics, file, text.lines, spanOf),
    ...(codegen && { frames: findFrames(codegen, functions) }),
  };
}
