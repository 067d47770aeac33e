import { withoutTypeArguments } from '../diagnostics/instances.ts';
import { printPosition } from '../diagnostics/place.ts';
import type { Diagnostic, GoPosition } from '../diagnostics/types.ts';
import { findBodies, type Bodies } from './bodies.ts';
import type { InlinedCall } from './types.ts';

/** The inlined calls of a unit by the place where they are written (`main.go:12:7`). */
export interface InlineTrees {
  bodies: Bodies;
  at(place: GoPosition): InlinedCall | undefined;
  all(): InlinedCall[];
}

/**
 * Puts the trees of inlined calls together. The compiler says `inlining call to G` at the place of the
 * outermost call for all that it inlines there, level by level; the lines in the body of G tell what of
 * that G itself calls, and where. What they do not account for (a callee of another package, a function
 * that was handed over) hangs on the outermost call, without a place.
 *
 * @param sources the compiled files by the names that positions give them
 */
export function inlineTrees(diagnostics: Diagnostic[], sources: ReadonlyMap<string, string>): InlineTrees {
  const bodies = findBodies(diagnostics, sources);
  const places = new Map<string, { at: GoPosition; callees: string[] }>();
  for (const { kind, pos, subject } of diagnostics) {
    // Without a column several calls are one place.
    if (kind !== 'inlines' || pos?.column === undefined || bodies.isStart(pos)) continue;
    const place = places.get(printPosition(pos)) ?? { at: pos, callees: [] };
    place.callees.push(withoutTypeArguments(subject!));
    places.set(printPosition(pos), place);
  }
  const built = new Map<string, InlinedCall>();
  for (const key of places.keys()) build(key);
  return { bodies, at: (place) => built.get(printPosition(place)), all: () => [...built.values()] };

  function build(key: string): InlinedCall {
    const known = built.get(key);
    if (known) return known;
    const { at, callees } = places.get(key)!;
    const [callee, ...others] = oneInstance(callees);
    const root: InlinedCall = { callee: callee!, at, calls: [] };
    // Set before its parts are built: functions may inline each other.
    built.set(key, root);
    expand(root, others);
    return root;
  }

  /** Distributes callees below a call; what is left over hangs on it directly. */
  function expand(call: InlinedCall, callees: string[]): void {
    const left = [...callees];
    account(call, left);
    while (left.length > 0) {
      const one: InlinedCall = { callee: left.shift()!, calls: [] };
      account(one, left);
      call.calls.push(one);
    }
  }

  /** Moves from `left` what the lines in the callee's own body account for. */
  function account(call: InlinedCall, left: string[]): void {
    if (left.length === 0 || !bodies.has(call.callee)) return;
    for (const [key, { at }] of places) {
      if (!bodies.holds(call.callee, at) || left.length === 0) continue;
      const copy = take(build(key), left);
      if (copy) call.calls.push(copy);
    }
    call.calls.sort((a, b) => a.at!.line - b.at!.line || a.at!.column! - b.at!.column!);
  }
}

/** Copies a tree as far as its callees are among those left, which it takes from them. */
function take({ callee, at, calls }: InlinedCall, left: string[]): InlinedCall | undefined {
  const index = left.indexOf(callee);
  if (index < 0) return undefined;
  left.splice(index, 1);
  return { callee, ...(at && { at }), calls: calls.flatMap((call) => take(call, left) ?? []) };
}

/**
 * The callees of the longest report: each instance of a generic function reports its calls once more, and
 * each report begins with the outermost callee, which a tree holds only once.
 */
function oneInstance(callees: string[]): string[] {
  const reports: string[][] = [];
  for (const callee of callees) {
    if (callee === callees[0]) reports.push([callee]);
    else reports.at(-1)!.push(callee);
  }
  return reports.reduce((longest, report) => (report.length > longest.length ? report : longest));
}
