import type { Span } from '../block.ts';
import { withoutTypeArguments } from '../diagnostics/instances.ts';
import { printPosition } from '../diagnostics/place.ts';
import type { Diagnostic, GoPosition } from '../diagnostics/types.ts';
import type { NamedFunction } from '../go/names.ts';
import type { InlineTrees } from './tree.ts';
import type { InlinedCall } from './types.ts';

/** What the inliner and the devirtualizer decided about the shown code. */
export interface InlineFacts {
  functions: InlineFunction[];
  calls: InlineCall[];
}

/** Whether a function can stand in the place of its calls. */
export interface InlineFunction {
  /** As the compiler names it: `New`, `(*T).M`, `main.func1`. */
  func: string;
  /** Its name, or the word `func`, in the shown code. */
  span: Span;
  /** What it costs of the budget of 80; absent where it can't be inlined, or the cost is not told. */
  cost?: number;
  /** Why it can't be inlined. */
  reason?: string;
}

/** A call of which the compiler told what it made. */
export interface InlineCall {
  span: Span;
  /** What stands in its place. */
  inlined?: ShownCall;
  /** The call of an interface's method that became one of a type: `s.Sum` of `*T`. */
  devirtualized?: { call: string; type: string };
  /** Why this very call is not inlined. */
  refused?: { callee: string; reason: string };
}

/** An inlined call with all that was inlined within. */
export interface ShownCall {
  callee: string;
  /** Where it is written; absent where that is not in the shown code, or not known. */
  span?: Span;
  calls: ShownCall[];
}

/** Joins what is said of one file, functions and calls each in reading order. */
export function findInlining(
  diagnostics: Diagnostic[],
  file: string,
  trees: InlineTrees,
  named: NamedFunction[],
  spanOf: (place: GoPosition) => Span | undefined,
): InlineFacts {
  const functions = new Map<string, InlineFunction>();
  const calls = new Map<string, InlineCall>();
  for (const diagnostic of diagnostics) {
    const { kind, pos, subject = '', func, cost, reason, message } = diagnostic;
    const span = pos?.file === file ? spanOf(pos) : undefined;
    if (!span) continue;
    const key = printPosition(pos!);
    // A function is told by its instances and by their wrappers: the first is the code that was written.
    if (kind === 'can-inline' && !functions.has(key))
      functions.set(key, { ...own(pos!, subject, span), ...(cost !== undefined && { cost }) });
    else if (kind === 'cannot-inline' && func === subject && !functions.has(key))
      functions.set(key, { ...own(pos!, subject, span), reason: reason! });
    else if (trees.bodies.isStart(pos!)) continue;
    else if (kind === 'cannot-inline')
      add(key, span, { refused: { callee: withoutTypeArguments(subject), reason: reason! } });
    else if (kind === 'devirtualizes') {
      const made = /^(?:PGO |partially )?devirtualizing (.+) to (.+)$/.exec(message);
      if (made) add(key, span, { devirtualized: { call: made[1]!, type: made[2]! } });
    } else if (kind === 'inlines') {
      const tree = trees.at(pos!);
      if (tree) add(key, span, { inlined: shownCall(tree) });
    }
  }
  return { functions: inOrder([...functions.values()]), calls: inOrder([...calls.values()]) };

  /** The compiler gives the place of a method at its receiver. */
  function own({ line }: GoPosition, subject: string, span: Span): InlineFunction {
    const func = withoutTypeArguments(subject);
    const declared = named.find(({ func: { name, lines } }) => name === func && lines[0] === line);
    return { func, span: declared?.span ?? { ...span, end: Math.min(span.end, span.start + 'func'.length) } };
  }

  function add(key: string, span: Span, what: Omit<InlineCall, 'span'>): void {
    calls.set(key, { span, ...calls.get(key), ...what });
  }

  function shownCall({ callee, at, calls: inner }: InlinedCall): ShownCall {
    const span = at?.file === file ? spanOf(at) : undefined;
    return { callee, ...(span && { span }), calls: inner.map(shownCall) };
  }
}

function inOrder<T extends { span: Span }>(items: T[]): T[] {
  return items.toSorted((a, b) => a.span.line - b.span.line || a.span.start - b.span.start);
}
