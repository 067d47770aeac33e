import { withoutTypeArguments } from '../diagnostics/instances.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import type { ReasonId } from './reason.ts';
import { stepWords } from './words.ts';

/**
 * Says in a clause why a value escapes: "its address is returned". Undefined where there is no chain
 * to read.
 */
export function causeOf(
  reason: ReasonId,
  { subject }: Diagnostic,
  explanation: Diagnostic | undefined,
): string | undefined {
  const flows = explanation?.flows ?? [];
  const last = flows.at(-1);
  // A last flow that only follows a pointer has no step of its own.
  const end = flows.flatMap(({ from }) => from).at(-1);
  if (!last || !end) return undefined;
  const limit = flows.flatMap(({ from }) => from).find(({ why }) => LIMITS.has(why));
  if (limit) return stepWords(limit.why);
  const holder = /^\{storage for (.+)\}$/.exec(last.dst);
  if (holder && !CAPTURES.has(reason)) return `${nameOfHolder(holder[1]!)} holds it, and escapes`;
  const call = `it is passed to ${calleeOf(end.expr)}, which may keep it`;
  switch (reason) {
    case 'returned-pointer':
      return end.why === 'return'
        ? 'a pointer to it is returned, so it must outlive the call'
        : 'a pointer to it becomes a result, so it must outlive the call';
    case 'stored-in-global':
      return `${storing(end.expr)} in a variable of the package, which outlives the call`;
    case 'stored-through-pointer':
      return `${storing(end.expr)} where it may outlive the call`;
    case 'outlives-iteration':
      return `\`${last.dst}\` keeps it, and is declared outside the loop or block`;
    case 'passed-to-interface':
      return `it is passed as an interface to ${calleeOf(end.expr)}, which may keep it`;
    case 'interface-conversion':
      return 'it is converted to an interface that may outlive the call';
    case 'closure-capture':
      return 'a closure that may outlive the call captures it';
    case 'goroutine-capture':
      return 'a goroutine uses it, and may outlive the call';
    case 'deferred-in-loop':
      return subject === 'func literal'
        ? 'it is deferred in a loop, and waits there until the function ends'
        : 'a call that is deferred in a loop uses it, and waits until the function ends';
    case 'channel-send':
      return 'it is sent on a channel, and the receiver may live longer';
    case 'slice-growth':
      return 'it is put in a slice, and the compiler does not follow what the backing array of a growing slice holds';
    case 'map-operation':
      return 'it is stored in a map, and the compiler does not follow what a map holds';
    case 'unknown-call':
      return call;
    default:
      return last.dst === '{heap}'
        ? `it flows to where it outlives the call: \`${end.expr}\``
        : `it flows to \`${last.dst}\`, which outlives it`;
  }
}

/** Their chains end at the closure, which the reason names better. */
const CAPTURES = new Set<ReasonId>(['closure-capture', 'goroutine-capture', 'deferred-in-loop']);

/** The compiler calls the slice of a call's arguments `... argument`. */
function nameOfHolder(holder: string): string {
  return holder === '... argument' ? 'the slice of the arguments' : `\`${holder}\``;
}

/** The result of an inlined call is `~r0` to the compiler, which no reader has written. */
function storing(assignment: string): string {
  const target = /^(.+?) :?= ~r\d+$/.exec(assignment)?.[1];
  return target === undefined
    ? `\`${assignment}\` stores it`
    : `\`${target}\` gets the result of the inlined call and keeps it`;
}

/** Reasons that lie in the value itself, not in where it goes. */
const LIMITS = new Set([
  'too large for stack',
  'too aligned for stack',
  'non-constant size',
  'zero-sized element',
]);

/**
 * `fmt.Fprintln(os.Stdout, fmt.a...)` calls `fmt.Fprintln`, `(*T).Set(t, x)` calls `(*T).Set`. Generic code
 * finds the methods of its type parameters in a dictionary: `(func(go.shape.int))(&.dict[0])(t)`.
 */
function calleeOf(call: string): string {
  if (call.includes(')(&.dict[')) return 'a method of a type parameter';
  const name = /^((?:\(\*?[\p{L}\p{N}_.]+\)\.)?[\p{L}\p{N}_.]+)\(/u.exec(withoutTypeArguments(call));
  return name ? `\`${name[1]}\`` : `\`${call}\``;
}
