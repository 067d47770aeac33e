import type { AllocatorCall, Codegen } from '../codegen/types.ts';
import { withoutShapes, withoutTypeArguments } from '../diagnostics/instances.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import { declaredIn, type DeclaredFunction } from '../go/functions.ts';
import type { Token } from '../go/scan.ts';
import { classesFor, classOf, type AllocatorClass } from './classes.ts';
import { declarationTest } from './declared.ts';

/** What the generated code has to say about one decision of the escape analysis. */
export interface Heard {
  /** Allocator calls on its line, or in the code inlined there, that can be its own. */
  calls: AllocatorCall[];
  /** How many there are in the code of one function: several instances of a generic one count once. */
  count: number;
  /** Some of the calls stand in inlined code, where other values have theirs too. */
  inlined: boolean;
  /** There is a call of its kind, on another line, that nothing else accounts for. */
  stray: boolean;
}

/** Decisions of a file and the calls that were generated for them. */
export interface FileCode {
  /** Undefined where no code is known for the place: nothing can be concluded from silence then. */
  hear(decision: Diagnostic): Heard | undefined;
  /** Other decisions of the same function that the same calls can belong to. */
  rivals(decision: Diagnostic): Diagnostic[];
  /** Whether the code of a line, or what is inlined there, calls any allocator at all. */
  isCalled(line: number): boolean;
}

/**
 * Joins the allocator calls of a package with the decisions about one of its files. The code gives
 * lines without columns, and for inlined code the line of the callee; the decisions give the line of
 * the call. So a decision at an inlined call looks in the callees' lines too.
 */
export function readCode(
  diagnostics: Diagnostic[],
  file: string,
  tokens: Token[],
  codegen: Codegen,
): FileCode {
  const scopes = declaredIn(tokens);
  const decisions = unique(diagnostics.filter(({ pos, kind }) => pos?.file === file && DECISIONS.has(kind)));
  const inlined = inlinedCallees(diagnostics, file);
  const owner = ownerTest(scopes);
  const declares = declarationTest(diagnostics);
  const tested = testedPackage(tokens);
  const known = new Set(codegen.frames.map(({ func }) => owner(func)));
  const byOwner = Map.groupBy(codegen.allocations, ({ func }) => owner(func));
  const heard = new Map(decisions.map((decision) => [keyOf(decision), listen(decision)]));

  return {
    hear: (decision) => heard.get(keyOf(decision)),
    isCalled: (line) =>
      codegen.allocations.some(({ pos }) => pos.file === file && pos.line === line) ||
      decisions.some((other) => other.pos!.line === line && heard.get(keyOf(other))?.calls.length !== 0),
    rivals(decision) {
      const calls = new Set(heard.get(keyOf(decision))?.calls);
      return decisions.filter(
        (other) => !isSame(other, decision) && heard.get(keyOf(other))?.calls.some((call) => calls.has(call)),
      );
    },
  };

  function listen(decision: Diagnostic): Heard | undefined {
    const { line } = decision.pos!;
    const scope = scopeAt(line);
    // Variables of the package are set up by `init`; without one they are laid out as data.
    if (scope === undefined || (scope !== PACKAGE && !known.has(scope))) return undefined;
    const classes = classesFor(decision);
    const possible = (byOwner.get(scope) ?? []).filter(({ symbol }) => classes.has(classOf(symbol)));
    const own = possible.filter(({ pos }) => pos.file === file && scopeAt(pos.line) === scope);
    const callees = inlined.get(placeOf(decision));
    const within = callees ? possible.filter((call) => !own.includes(call)) : [];
    const named = within.filter((call) => callees!.some((callee) => holds(callee, call)));
    const calls = likeliest([...own.filter(({ pos }) => pos.line === line), ...named], classes);
    const stray =
      own.some((call) => call.pos.line !== line && !accounted(call)) ||
      within.some((call) => !named.includes(call) && !accountedWithin(call)) ||
      // One such call makes several small variables (ssagen/ssa.go, flushPendingHeapAllocations).
      possible.some(({ symbol }) => symbol.startsWith('runtime.mallocgc')) ||
      // A closure that is inlined into its own function keeps its lines, which are the function's.
      (own.length > 0 && callees?.some((callee) => owner(callee) === scope) === true);
    return { calls, count: countOf(calls), inlined: calls.some((call) => named.includes(call)), stray };
  }

  /** The name of the function that holds a line; undefined where several do. */
  function scopeAt(line: number): string | undefined {
    const holding = scopes.filter(({ lines: [from, to] }) => from <= line && line <= to);
    return holding.length > 1 ? undefined : (holding[0]?.name ?? PACKAGE);
  }

  function accounted({ pos, symbol }: AllocatorCall): boolean {
    const kind = classOf(symbol);
    return decisions.some((decision) => decision.pos!.line === pos.line && classesFor(decision).has(kind));
  }

  function accountedWithin(call: AllocatorCall): boolean {
    const kind = classOf(call.symbol);
    return decisions.some(
      (decision) =>
        classesFor(decision).has(kind) &&
        inlined.get(placeOf(decision))?.some((callee) => holds(callee, call)),
    );
  }

  /** Whether code inlined from `callee` can stand on the call's line. */
  function holds(callee: string, { pos }: AllocatorCall): boolean {
    const name = withoutTypeArguments(callee);
    if (pos.file === file) return scopeAt(pos.line) === owner(name);
    if (!pos.file.includes('/')) return declares(pos, name.replace(tested, ''));
    const folder = pos.file.split('/').at(-2);
    return name.startsWith(`${folder}.`);
  }
}

const DECISIONS = new Set(['moved', 'escapes', 'stays']);

/** To a `package x_test`, the functions of the other files of its directory are `x.F` and `x.(*T).F`. */
function testedPackage([, name]: Token[]): RegExp | string {
  const tested = /^(.+)_test$/.exec(name?.text ?? '')?.[1];
  return tested === undefined ? '' : new RegExp(`^${tested}\\.`);
}

/** Stands for what is outside all functions. */
const PACKAGE = '';

/** Maps the name of a symbol to the declared function that it is, or is a closure of. */
function ownerTest(scopes: DeclaredFunction[]): (symbol: string) => string | undefined {
  const names = scopes.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
  return (symbol) => {
    const name = withoutTypeArguments(symbol);
    if (name === 'init' || /^(?:init\.func|glob\.\.|map\.init)/.test(name)) return PACKAGE;
    return names.find(
      (known) => name === known || name.startsWith(`${known}.`) || name.startsWith(`${known}-`),
    );
  };
}

function inlinedCallees(diagnostics: Diagnostic[], file: string): Map<string, string[]> {
  const calls = diagnostics.filter(({ kind, pos }) => kind === 'inlines' && pos?.file === file);
  const grouped = Map.groupBy(calls, placeOf);
  return new Map([...grouped].map(([place, group]) => [place, group.map(({ subject }) => subject ?? '')]));
}

function countOf(calls: AllocatorCall[]): number {
  const byFunction = Map.groupBy(calls, ({ func }) => func);
  const most = new Map<string, number>();
  for (const [func, own] of byFunction)
    most.set(withoutTypeArguments(func), Math.max(most.get(withoutTypeArguments(func)) ?? 0, own.length));
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}

/** A slice can be made as an object where its size is constant, but not where the line makes a slice. */
function likeliest(calls: AllocatorCall[], classes: ReadonlySet<AllocatorClass>): AllocatorCall[] {
  const slices = classes.has('growth') ? calls.filter(({ symbol }) => classOf(symbol) === 'slice') : [];
  return slices.length > 0 ? slices : calls;
}

function placeOf({ pos }: Diagnostic): string {
  return `${pos!.line}:${pos!.column}`;
}

function keyOf(decision: Diagnostic): string {
  return `${placeOf(decision)}:${decision.kind}:${withoutShapes(decision.subject)}`;
}

/** The wrapper of a generic function's instance reports its variables once more, at the function's name. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  if (a.kind === 'moved' && b.kind === 'moved' && a.subject === b.subject) return a.pos!.line === b.pos!.line;
  return keyOf(a) === keyOf(b);
}

/** A generic function is reported once for each shape of its types. */
function unique(decisions: Diagnostic[]): Diagnostic[] {
  return [...new Map(decisions.map((decision) => [keyOf(decision), decision])).values()];
}
