import { withoutTypeArguments } from '../diagnostics/instances.ts';
import { printPosition } from '../diagnostics/place.ts';
import type { Diagnostic, GoPosition } from '../diagnostics/types.ts';
import type { InlineTrees } from './tree.ts';
import type { InlinedCall, InlinedOrigin } from './types.ts';

/** Tells which inlined code a decision is about; undefined where it is about the code at its place. */
export type OriginOf = (decision: Diagnostic) => InlinedOrigin | undefined;

/**
 * Joins decisions with the trees of inlined calls. The compiler reports inlined code at the place of the
 * outermost call, so what it says there of an expression is about the callee that says the same of its own
 * code; where none of the unit does, it is code of another package.
 */
export function originsOf(diagnostics: Diagnostic[], trees: InlineTrees): OriginOf {
  const said = diagnostics.filter(({ pos, kind }) => pos && (DECISIONS.has(kind) || kind === HEADER));
  const bySubject = Map.groupBy(said, ({ subject = '' }) => withoutTypeArguments(subject));
  return (decision) => {
    const { pos, subject = '', kind } = decision;
    const tree = pos && trees.at(pos);
    if (!tree || !DECISIONS.has(kind) || isOfCall(subject)) return undefined;
    const paths = pathsOf(tree);
    const found = wordings(decision).map((words) =>
      paths.flatMap((path) => ownPlaces(path.at(-1)!, words).map((at) => ({ path: path.map(named), at }))),
    );
    if (found.every((places) => places.length > 0)) return agreed(found.flat(), isSure(decision, paths));
    // A plain name, or a conversion of the result, may as well be of what the call gives: that is not told.
    if (kind !== 'moved' && /^[\p{L}\p{N}_.]+$|~r\d/u.test(subject) && subject !== 'append') return undefined;
    return {
      path: found.some((places) => places.length > 0) ? [named(tree)] : unnamed(tree, trees).map(named),
    };
  };

  /** What identifies the expression: of an `append`, only the headers of the decision have the whole text. */
  function wordings({ kind, subject = '', pos }: Diagnostic): string[] {
    if (kind !== 'escapes' || subject !== 'append') return [withoutTypeArguments(subject)];
    const headers = diagnostics.filter(
      (other) => other.kind === HEADER && other.subject!.startsWith('append(') && isAt(other, pos!),
    );
    return headers.map((header) => withoutTypeArguments(header.subject!));
  }

  function ownPlaces({ callee }: InlinedCall, words: string): GoPosition[] {
    const own = (bySubject.get(words) ?? []).filter(
      ({ pos }) => trees.bodies.holds(callee, pos!) && !trees.bodies.isStart(pos!) && !trees.at(pos!),
    );
    return [...new Map(own.map(({ pos }) => [printPosition(pos!), pos!])).values()];
  }

  /** Names in code of another package have the package's in front; words without a name could be of either. */
  function isSure({ kind, subject = '' }: Diagnostic, paths: InlinedCall[][]): boolean {
    const nameless = /^(?:func literal$|(?:make\()?\[)/.test(subject);
    const told = !nameless && (subject !== 'append' || kind === 'escapes');
    return told || paths.every((path) => trees.bodies.has(path.at(-1)!.callee));
  }
}

const HEADER = 'explains-escape';

function isAt({ pos }: Diagnostic, place: GoPosition): boolean {
  return pos !== undefined && printPosition(pos) === printPosition(place);
}

const DECISIONS = new Set<Diagnostic['kind']>(['moved', 'escapes', 'stays']);

/** What is at the place of a call and belongs to it: its result, and the slice of its variadic arguments. */
function isOfCall(subject = ''): boolean {
  return /^~r\d+$|^\.\.\. argument$/.test(subject);
}

/** Every call of a tree, with the calls around it in front. */
function pathsOf(call: InlinedCall, around: InlinedCall[] = []): InlinedCall[][] {
  const path = [...around, call];
  return [path, ...call.calls.flatMap((inner) => pathsOf(inner, path))];
}

/** What all that is possible has in common: the way as far as it is one, the place where it is one. */
function agreed(found: (InlinedOrigin & { at: GoPosition })[], sure: boolean): InlinedOrigin {
  const [first, ...others] = found as [(typeof found)[number], ...typeof found];
  if (!sure) return { path: first.path.slice(0, 1) };
  const at = others.every((other) => printPosition(other.at) === printPosition(first.at))
    ? first.at
    : undefined;
  if (others.length === 0) return first;
  let length = 0;
  while (length < first.path.length && others.every(({ path }) => isSame(path[length], first.path[length])))
    length++;
  const path = first.path.slice(0, length);
  const last = first.path.at(-1)!.callee;
  if (!at || path.at(-1)!.callee === last) return { path, ...(at && { at }) };
  return { path: [...path, { callee: last }], at };
}

function isSame(a: InlinedOrigin['path'][number] | undefined, b: InlinedOrigin['path'][number] | undefined) {
  return a?.callee === b?.callee && (a?.at && printPosition(a.at)) === (b?.at && printPosition(b.at));
}

/** The way to the code of other packages, as far as there is one way: what has no lines of its own here. */
function unnamed(tree: InlinedCall, { bodies }: InlineTrees): InlinedCall[] {
  const foreign = pathsOf(tree).filter((path) => !bodies.has(path.at(-1)!.callee));
  const [first = [tree], ...others] = foreign;
  return others.every((path) => first.every((call, at) => call === path[at])) ? first : [tree];
}

function named({ callee, at }: InlinedCall): InlinedOrigin['path'][number] {
  return { callee, ...(at && { at }) };
}
