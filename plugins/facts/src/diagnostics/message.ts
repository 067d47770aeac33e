import type { Diagnostic } from './types.ts';

/** A message without its place: what the words alone say. */
export type Meaning = Omit<Diagnostic, 'pos' | 'place' | 'message'>;

/** Tells what a message of the compiler is about. Unknown words give kind `unknown`. */
export function readMessage(message: string): Meaning {
  for (const [start, read] of BY_START) {
    const meaning = message.startsWith(start) ? read(message.slice(start.length)) : undefined;
    if (meaning) return meaning;
  }
  for (const [end, read] of BY_END) {
    const meaning = message.endsWith(end) ? read(message.slice(0, -end.length)) : undefined;
    if (meaning) return meaning;
  }
  for (const [words, kind] of BY_MIDDLE) {
    const at = message.indexOf(words);
    const subject = message.slice(at + words.length).replace(/ \(addr=.+ assign=.+ width=\d+\)$/, '');
    if (at > 0) return { kind, subject, func: message.slice(0, at) };
  }
  return { kind: NOTES.some((pattern) => pattern.test(message)) ? 'note' : 'unknown' };
}

/** Reads what is left of a message without its fixed words; undefined where it is another message. */
type Reader = (rest: string) => Meaning | undefined;

const about =
  (kind: Meaning['kind']): Reader =>
  (subject) =>
    subject === '' ? undefined : { kind, subject };
const bare =
  (kind: Meaning['kind']): Reader =>
  (rest) =>
    rest === '' ? { kind } : undefined;
/**
 * Messages known by how they begin; frequent ones first. Sources, all under cmd/compile/internal:
 * escape/escape.go, escape/solve.go, escape/alias.go, inline/inl.go, devirtualize, bloop/bloop.go,
 * walk/expr.go, ssagen/ssa.go, ssa/nilcheck.go, ssa/checkbce.go,
 * ssa/prove.go.
 */
const BY_START: [start: string, read: Reader][] = [
  ['inlining call to ', about('inlines')],
  ['can inline ', canInline],
  ['cannot inline ', cannotInline],
  ['leaking param: ', leaks],
  ['leaking param content: ', (subject) => ({ kind: 'leaks', subject, leak: { to: 'content' } })],
  ['parameter ', explainsLeak],
  ['moved to heap: ', about('moved')],
  ['devirtualizing ', about('devirtualizes')],
  ['partially devirtualizing ', about('devirtualizes')],
  ['PGO devirtualizing ', about('devirtualizes')],
  ['cannot devirtualize ', about('cannot-devirtualize')],
  ['skip inlining within testing.B.loop for ', () => ({ kind: 'kept-alive' })],
  ['removed nil check', bare('nil-check')],
  ['generated nil check', bare('nil-check')],
  ['Found IsInBounds', bare('bounds')],
  ['Found IsSliceInBounds', bare('bounds')],
  ['Proved IsInBounds', bare('bounds')],
  ['Proved IsSliceInBounds', bare('bounds')],
  ['Proved ', () => ({ kind: 'proof' })],
  ['Disproved ', () => ({ kind: 'proof' })],
  ['Inverted loop iteration', bare('proof')],
  ['Induction variable: ', () => ({ kind: 'proof' })],
  ['# ', about('package')],
];

/** Messages known by how they end. */
const BY_END: [end: string, read: Reader][] = [
  [' does not escape', about('stays')],
  [' escapes to heap', about('escapes')],
  [':', explainsEscape],
  ['index bounds check elided', bare('bounds')],
  ['zero-copy string->[]byte conversion', bare('zero-copy')],
  [' does not escape, mutate, or call', about('stays')],
  [' will be kept alive', () => ({ kind: 'kept-alive' })],
  [' is unknown to bloop pass', () => ({ kind: 'kept-alive' })],
];

/** Messages that name their function first: what stands between it and the subject. */
const BY_MIDDLE: [words: string, kind: Meaning['kind']][] = [
  [' capturing by ref: ', 'captures'],
  [' capturing by value: ', 'captures'],
  [' ignoring self-assignment in ', 'self-assignment'],
];

/** What is neither a decision nor counted as unknown. */
const NOTES = [
  /^$/,
  /^ {2}warning: truncated explanation /,
  /^(?:assuming|marking) .+ (?:unsafe|escaping) .*uintptr$/,
  /^function .+ considered 'big'/,
  /^imprecise interface call$|^mutates param: |^calls param: /,
  /^closure converted to global$|^rewriting OCONVIFACE|^alias analysis: /,
  /^write barrier$/,
  /^unrecognized shape for assign list stmt for blank assignment$/,
];

/** `F with cost N as: BODY` under -m=2, `F` under -m. */
function canInline(rest: string): Meaning {
  const match = /^(.+?) with cost (\d+) as: /.exec(rest);
  const subject = match ? match[1]! : rest;
  return { kind: 'can-inline', subject, func: subject, ...(match && { cost: Number(match[2]) }) };
}

/** `F: REASON` says why F is not; `F into G: REASON` is about one call, in G. */
function cannotInline(rest: string): Meaning | undefined {
  const colon = rest.indexOf(': ');
  if (colon <= 0) return undefined;
  const [subject, into] = rest.slice(0, colon).split(' into ');
  return { kind: 'cannot-inline', subject: subject!, func: into ?? subject!, reason: rest.slice(colon + 2) };
}

function leaks(rest: string): Meaning {
  const match = rest.includes(' to result ') ? /^(.+) to result (.+) level=(-?\d+)$/.exec(rest) : null;
  if (!match) return { kind: 'leaks', subject: rest, leak: { to: 'heap' } };
  return {
    kind: 'leaks',
    subject: match[1]!,
    leak: { to: 'result', result: match[2]!, level: Number(match[3]) },
  };
}

function explainsEscape(rest: string): Meaning | undefined {
  const words = rest.lastIndexOf(' escapes to heap');
  if (words <= 0) return undefined;
  const after = rest.slice(words + ' escapes to heap'.length);
  if (after !== '' && !after.startsWith(' in ')) return undefined;
  const func = after.slice(4);
  return { kind: 'explains-escape', subject: rest.slice(0, words), ...(func && { func }), flows: [] };
}

/** Up to Go 1.24 there is no ` for F`; and the place that it leaks to may itself contain ` for `. */
function explainsLeak(rest: string): Meaning | undefined {
  const match = /^(.+?) leaks to (.+) with derefs=-?\d+:$/.exec(rest);
  if (!match) return undefined;
  const [, subject, target] = match;
  const storage = target!.startsWith('{storage for ') ? target!.lastIndexOf('} for ') + 1 : 0;
  const at = storage > 0 || !target!.startsWith('{storage for ') ? target!.indexOf(' for ', storage) : -1;
  const func = at > 0 ? target!.slice(at + 5) : '';
  return { kind: 'explains-leak', subject: subject!, ...(func && { func }), flows: [] };
}
