import { withoutTypeArguments } from '../diagnostics/instances.ts';
import type { Diagnostic, GoPosition } from '../diagnostics/types.ts';

/**
 * Tells whether a line of the package's files stands in a function, of which the compiler gave the name.
 * No source is needed: the inliner says of each function where it is declared, and the next one ends it.
 */
export function declarationTest(diagnostics: Diagnostic[]): (pos: GoPosition, name: string) => boolean {
  const declarations = diagnostics.filter(
    ({ kind, pos, func, subject }) =>
      (kind === 'can-inline' || kind === 'cannot-inline') && pos && func === subject && !CLOSURE.test(func!),
  );
  const byFile = Map.groupBy(declarations, ({ pos }) => pos!.file);
  return ({ file, line }, name) => {
    const before = (byFile.get(file) ?? []).filter(({ pos }) => pos!.line <= line);
    const nearest = before.toSorted((a, b) => a.pos!.line - b.pos!.line).at(-1)?.func;
    if (nearest === undefined) return false;
    const [declared, called] = [withoutTypeArguments(nearest), withoutTypeArguments(name)];
    return called === declared || called.startsWith(`${declared}.`);
  };
}

/** Function literals are numbered: `F.func1`, and `main.F.func2` or `main.func1.F.1` where F was inlined. */
const CLOSURE = /\.(?:func)?\d+(?:[.-]|$)/;
