import type { Diagnostic } from './types.ts';

/** A message without its place: what the words alone say. */
export type Meaning = Omit<Diagnostic, 'pos' | 'message'>;

/** Tells what a message of the compiler is about. Unknown words give kind `unknown`. */
export function readMessage(message: string): Meaning {
  for (const [pattern, meaning] of SHAPES) {
    const match = pattern.exec(message);
    if (match) return meaning(match);
  }
  return { kind: 'unknown' };
}

type Shape = [pattern: RegExp, meaning: (match: RegExpExecArray) => Meaning];

const about =
  (kind: Meaning['kind']) =>
  (match: RegExpExecArray): Meaning => ({ kind, ...(match[1] && { subject: match[1] }) });

/**
 * Ordered: the first that fits wins. Sources, all under cmd/compile/internal: escape/escape.go,
 * escape/solve.go, escape/alias.go, inline/inl.go, devirtualize/devirtualize.go, bloop/bloop.go,
 * walk/expr.go, ssagen/ssa.go.
 */
const SHAPES: Shape[] = [
  [/^moved to heap: (.+)$/, about('moved')],
  [/^(.+) escapes to heap(?: in (.+))?:$/, explainsEscape],
  [/^parameter (.+?) leaks to (.+) with derefs=(-?\d+):$/, explainsLeak],
  [/^(.+) escapes to heap$/, about('escapes')],
  [/^leaking param: (.+) to result (.+) level=(-?\d+)$/, leaksToResult],
  [/^leaking param: (.+)$/, (m) => ({ kind: 'leaks', subject: m[1]!, leak: { to: 'heap' } })],
  [/^leaking param content: (.+)$/, (m) => ({ kind: 'leaks', subject: m[1]!, leak: { to: 'content' } })],
  [
    /^can inline (.+?) with cost (\d+) as: /,
    (m) => ({ kind: 'can-inline', subject: m[1]!, cost: Number(m[2]) }),
  ],
  [/^can inline (.+)$/, about('can-inline')],
  [/^cannot inline (.+?): (.+)$/, (m) => ({ kind: 'cannot-inline', subject: m[1]!, reason: m[2]! })],
  [/^inlining call to (.+)$/, about('inlines')],
  [/^(?:PGO |partially )*devirtualizing (.+)$/, about('devirtualizes')],
  [/^cannot devirtualize (.+)$/, about('cannot-devirtualize')],
  [/^.+ capturing by (?:ref|value): (.+) \(addr=/, about('captures')],
  [/^zero-copy string->\[\]byte conversion$/, about('zero-copy')],
  [/^(.+) ignoring self-assignment in .+$/, about('self-assignment')],
  [/will be kept alive$| is unknown to bloop pass$/, () => ({ kind: 'kept-alive' })],
  [/^skip inlining within testing\.B\.loop for /, () => ({ kind: 'kept-alive' })],
  [/bounds check elided$|^removed nil check$|^Found Is(Slice)?InBounds$/, () => ({ kind: 'bounds' })],
  [/^(.+) does not escape(?:, mutate, or call)?$/, about('stays')],
  [/^ {2}warning: truncated explanation /, () => ({ kind: 'note' })],
  [/^(?:assuming|marking) .+ (?:unsafe|escaping) .*uintptr$/, () => ({ kind: 'note' })],
  [/^function .+ considered 'big'/, () => ({ kind: 'note' })],
  [/^imprecise interface call$|^mutates param: |^calls param: /, () => ({ kind: 'note' })],
  [/^closure converted to global$|^rewriting OCONVIFACE|^alias analysis: /, () => ({ kind: 'note' })],
];

function explainsEscape(match: RegExpExecArray): Meaning {
  return {
    kind: 'explains-escape',
    subject: match[1]!,
    ...(match[2] && { func: match[2] }),
    flows: [],
  };
}

/** Up to Go 1.24 there is no ` for F`; and the place that it leaks to may itself contain ` for `. */
function explainsLeak(match: RegExpExecArray): Meaning {
  const [, subject, target] = match;
  const func = target!.lastIndexOf(' for ');
  return {
    kind: 'explains-leak',
    subject: subject!,
    ...(func > 0 && { func: target!.slice(func + 5) }),
    flows: [],
  };
}

function leaksToResult(match: RegExpExecArray): Meaning {
  return {
    kind: 'leaks',
    subject: match[1]!,
    leak: { to: 'result', result: match[2]!, level: Number(match[3]) },
  };
}
