import type { InlinedSite } from '../block.ts';
import { printPosition } from '../diagnostics/place.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import { shownSpan, type ShownLine } from '../go/shown.ts';
import type { GoText } from '../go/span.ts';
import { originsOf } from '../inline/origin.ts';
import { inlineTrees } from '../inline/tree.ts';

/** Makes the test that tells of a decision about one file which inlined code it is about. */
export function inlinedTest(
  diagnostics: Diagnostic[],
  file: string,
  text: GoText,
  shown: ShownLine,
): (decision: Diagnostic) => InlinedSite | undefined {
  const trees = inlineTrees(diagnostics, new Map([[file, text.lines.join('\n')]]));
  const originOf = originsOf(diagnostics, trees);
  return (decision) => {
    const origin = originOf(decision);
    if (!origin) return undefined;
    const { path, at } = origin;
    const callees = path.map(({ callee }) => callee);
    const span = at?.file === file ? shownSpan(text, shown, at, decision.subject) : undefined;
    return {
      callee: callees.at(-1)!,
      exact: at !== undefined,
      through: callees.slice(0, -1),
      ...(span && { span }),
      ...(at && !span && { place: printPosition(at) }),
    };
  };
}
