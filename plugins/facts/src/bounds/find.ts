import type { Span } from '../block.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import type { BoundsCheck } from './types.ts';

/** Gives the shown columns of an expression; undefined where its line is not shown. */
export type SpanOf = (place: NonNullable<Diagnostic['pos']>) => Span | undefined;

/**
 * The checks of one file in reading order, each place once: a check that stays in any copy of the code
 * (another instance of a generic function, another place that it is inlined in) stays.
 */
export function findBounds(
  diagnostics: Diagnostic[],
  file: string,
  lines: readonly string[],
  spanOf: SpanOf,
): BoundsCheck[] {
  const checks = new Map<string, BoundsCheck>();
  for (const { pos, message } of diagnostics) {
    const told = CHECKS[message];
    const span = told && pos?.file === file ? spanOf(pos) : undefined;
    if (!told || !span) continue;
    const key = `${span.line}:${span.start}:${span.end}:${told.kind}`;
    const known = checks.get(key);
    checks.set(key, {
      span,
      expr: lines[pos!.line - 1]!.slice(span.start, span.end),
      kind: told.kind,
      kept: told.kept || (known?.kept ?? false),
      messages: [...new Set([...(known?.messages ?? []), message])],
    });
  }
  return [...checks.values()].toSorted((a, b) => a.span.line - b.span.line || a.span.start - b.span.start);
}

/** True for a message that the compiler prints only where it was asked about checks. */
export function isOfChecks({ kind, message }: Diagnostic): boolean {
  return kind === 'proof' || (message in CHECKS && message !== ALWAYS_TOLD);
}

/** What `-m` tells by itself (cmd/compile/internal/walk/expr.go). */
const ALWAYS_TOLD = 'index bounds check elided';

/**
 * cmd/compile/internal/ssa: checkbce.go tells what is left at the end, prove.go what it took away (of a
 * check that always fails it says `Disproved`), nilcheck.go and ssagen/ssa.go the nil checks.
 */
const CHECKS: Record<string, Pick<BoundsCheck, 'kind' | 'kept'> | undefined> = {
  'Found IsInBounds': { kind: 'index', kept: true },
  'Proved IsInBounds': { kind: 'index', kept: false },
  [ALWAYS_TOLD]: { kind: 'index', kept: false },
  'Found IsSliceInBounds': { kind: 'slice', kept: true },
  'Proved IsSliceInBounds': { kind: 'slice', kept: false },
  'generated nil check': { kind: 'nil', kept: true },
  'removed nil check': { kind: 'nil', kept: false },
};
