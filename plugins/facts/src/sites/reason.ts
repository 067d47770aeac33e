import type { Diagnostic, Flow, FlowFrom, GoPosition } from '../diagnostics/types.ts';
import { findFunctions } from '../go/functions.ts';
import { startedBy, topLevelVariables } from '../go/statement.ts';
import type { GoText } from '../go/span.ts';
import { classOf } from './classes.ts';
import { isConstant } from './verdict.ts';

/** Why a value is not in the frame, in the words of a reader. Their derivation is in the docs. */
export const reasonWords = {
  'returned-pointer': 'returned pointer',
  'stored-in-global': 'stored in global',
  'stored-through-pointer': 'stored through pointer',
  'outlives-iteration': 'outlives iteration',
  'passed-to-interface': 'passed to interface',
  'interface-conversion': 'interface conversion',
  'closure-capture': 'closure capture',
  'goroutine-capture': 'goroutine capture',
  'deferred-in-loop': 'deferred in loop',
  'channel-send': 'channel send',
  'slice-growth': 'slice growth',
  'map-operation': 'map operation',
  'too-large': 'too large',
  'size-not-constant': 'size not constant',
  'unknown-call': 'unknown call',
  unknown: 'unknown',
} as const;

/** One of `reasonWords`. */
export type ReasonId = keyof typeof reasonWords;

/** What the reason of an escape is read from. */
export interface Escape {
  decision: Diagnostic;
  /** The headers with the decision's flow chains. */
  explanations: Diagnostic[];
  /** Allocators that the code calls for it, where that is known. */
  codegen?: string[] | undefined;
  text: GoText;
  /** The decision of another value of the package, by its subject, with its chains: what this one is part of. */
  holder(
    subject: string,
    seen: Diagnostic[],
  ): Pick<Escape, 'decision' | 'explanations' | 'codegen'> | undefined;
  /** Headers of the values that led to this one, which is a part of none of them. */
  seen?: Diagnostic[];
  /** The value is in a box, of which this one, the slice of a call's arguments, is the whole. */
  boxed?: boolean;
  /** True where the code of a line of the file calls an allocator for maps. */
  assignsMap(line: number): boolean;
}

/** The reason of an escape; `unknown` where its chain has an end that no rule knows, or there is none. */
export function reasonOf(escape: Escape): ReasonId {
  const { decision, explanations, text } = escape;
  const seen = [...(escape.seen ?? []), ...explanations];
  const flows = explanations[0]?.flows ?? [];
  const steps = flows.flatMap(({ from }) => from);
  for (const { why } of steps) if (LIMITS[why]) return LIMITS[why];
  if (decision.subject === 'append') return 'slice-growth';
  const capture = steps.find(({ why }) => why === 'captured by a closure');
  if (capture) {
    const started = capture.pos && startedBy(text, capture.pos);
    if (started === 'defer') return 'deferred-in-loop';
    return started === 'go' ? 'goroutine-capture' : 'closure-capture';
  }
  // What a constant becomes that escapes; some have no chain.
  if (isConstant(decision.subject ?? '') && flows.length === 0) return 'interface-conversion';
  const last = flows.at(-1);
  // A last flow that only follows a pointer has no step of its own.
  const end = steps.at(-1);
  if (!last || !end) return 'unknown';
  // A variable of an inlined function of another package is `sync.d`; it may be on the heap itself.
  const part =
    /^\{storage for (.+)\}$/.exec(last.dst)?.[1] ?? (last.dst.includes('.') ? last.dst : undefined);
  const holder = part === undefined ? undefined : escape.holder(part, seen);
  const boxed = isBoxed(escape, steps);
  if (holder) return reasonOf({ ...escape, codegen: undefined, ...holder, seen, boxed });
  if (boxed) return isPassed(end) ? 'passed-to-interface' : 'interface-conversion';
  return ending(escape, last, end);
}

const LIMITS: Record<string, ReasonId | undefined> = {
  'too large for stack': 'too-large',
  'too aligned for stack': 'too-large',
  'non-constant size': 'size-not-constant',
  'zero-sized element': 'size-not-constant',
};

/**
 * Whether the site is the box that an interface needs for a value that is no pointer. The chain of a
 * box begins with a `spill` of an expression that is no literal of memory; a method value's does too,
 * and only the code (`newobject`, not `convT…`) tells the two apart.
 */
function isBoxed({ decision, explanations, codegen, boxed = false }: Escape, steps: FlowFrom[]): boolean {
  const { kind, subject = '' } = decision;
  if (subject === '... argument') return boxed;
  if (kind !== 'escapes' || steps[0]?.why !== 'spill' || /^(?:&|new\(|func literal$|make\()/.test(subject))
    return false;
  if (codegen?.some((symbol) => classOf(symbol) === 'box')) return true;
  if (codegen?.length) return false;
  const converted = explanations.some(({ flows }) =>
    flows?.some(({ from }) => from.some(({ why }) => why === 'interface-converted')),
  );
  return converted || !/ \+ |^\(?\[\]|^string\(|^map\[/.test(subject);
}

/** What is handed to a function; `append` is no function that takes an interface. */
function isPassed({ why, expr }: FlowFrom): boolean {
  return why === 'call parameter' && !expr.startsWith('append(');
}

function ending(
  { text, decision, assignsMap }: Escape,
  { dst }: Flow,
  { expr, why, pos }: FlowFrom,
): ReasonId {
  if (why === 'return' || /^~r\d+$/.test(dst)) return 'returned-pointer';
  if (why === 'send') return 'channel-send';
  if (/^(?:key|value) of map put$|^map literal /.test(why)) return 'map-operation';
  if (why.startsWith('appended ') || why === 'appendee slice') return 'slice-growth';
  if (why === 'call parameter') return expr.startsWith('append(') ? 'slice-growth' : 'unknown-call';
  if (why === 'interface-converted') return 'interface-conversion';
  if (decision.subject === 'func literal' || why === 'spill') {
    const start = decision.pos && startedBy(text, decision.pos);
    if (start) return start === 'go' ? 'goroutine-capture' : 'deferred-in-loop';
  }
  if (why === 'copied slice') return 'stored-through-pointer';
  // The argument of a function that takes the address of memory as a number.
  if (why.startsWith('//go:uintptr')) return 'unknown-call';
  if (why !== 'assign' && !why.startsWith('assign-pair')) return 'unknown';
  if (dst !== '{heap}') return outliving(dst, text, decision.pos);
  const target = expr.split(/ :?= /)[0]!;
  if (/\["/.test(target) || (pos && assignsMap(pos.line) && target.endsWith(']'))) return 'map-operation';
  const root = /^[\p{L}\p{N}_]+/u.exec(target)?.[0];
  // A plain name that outlives every call can only be a variable of a package.
  if (root === target || (root !== undefined && topLevelVariables(text.tokens).has(root)))
    return 'stored-in-global';
  return 'stored-through-pointer';
}

/**
 * The compiler's own places (`{storage for …}`) say nothing, but for the `{temp}` of what a loop
 * ranges over or an inlined call is given.
 * A variable that keeps it does: it is a result with a name, or declared outside the loop or block.
 */
function outliving(dst: string, { tokens }: GoText, pos: GoPosition | undefined): ReasonId {
  if (/^(?:\{temp\}|\.autotmp_\d+)$/.test(dst)) return 'outlives-iteration';
  if (!/^[\p{L}\p{N}_]+$/u.test(dst)) return 'unknown';
  const around = findFunctions(tokens).filter(
    ({ lines: [from, to] }) => pos && from <= pos.line && pos.line <= to,
  );
  const isResult = around.some(({ signature: [from, to] }) =>
    tokens.slice(from, to + 1).some(({ text }) => text === dst),
  );
  return isResult ? 'returned-pointer' : 'outlives-iteration';
}
