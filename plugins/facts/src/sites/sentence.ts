import type { Diagnostic } from '../diagnostics/types.ts';
import { causeOf } from './cause.ts';
import type { ReasonId } from './reason.ts';
import type { Judgement } from './judge.ts';
import { isConstant } from './verdict.ts';

/** What the sentence of a note is made of. */
export interface Told extends Judgement {
  /** The compiler's summary line. */
  decision: Diagnostic;
  /** How a reader knows the site: the compiler's subject, or the call that an inlined result stands for. */
  name: string;
  reason?: ReasonId;
  /** The header with the flow chain that belongs to the decision, where there is one. */
  explanation?: Diagnostic;
}

/** Plain sentences for the note of a site; code stands in backticks. */
export function sentenceOf(told: Told): string {
  const { verdict, decision, codegen, explanation, reason } = told;
  const subject = `\`${told.name}\``;
  const cause = reason && causeOf(reason, decision, explanation);
  const because = cause ? `: ${cause}` : '';
  switch (verdict) {
    case 'heap':
      if (decision.kind === 'stays')
        return codegen?.some((symbol) => symbol.startsWith('runtime.makeslice'))
          ? `${subject} does not escape, but its size is known only at run time, and without optimisations (\`-N\`) the frame has no buffer for it: it is allocated on the heap.`
          : `${subject} does not escape, but the runtime makes every channel on the heap.`;
      return decision.kind === 'moved'
        ? `The variable ${subject} is moved to the heap${because}.`
        : `${allocated(told, subject)}${because}.${except(codegen)}${among(told)}`;
    case 'stack':
      if (decision.subject === 'append')
        return 'The slice that `append` returns does not escape, and the code never asks the runtime to grow it.';
      return codegen && isSized(decision.subject)
        ? `${subject} does not escape, and the code calls no allocator for it: nothing is copied to the heap.`
        : `${subject} stays in the frame: the compiler proved that nothing keeps it after the call.`;
    case 'static':
      return isConstant(decision.subject ?? '')
        ? `${subject} is said to escape, but a constant in an interface is read-only data of the program: nothing is allocated.`
        : `${subject} is said to escape, but the code calls no allocator for it: nothing is allocated.`;
    case 'bounded':
      return bounded(decision, subject, codegen);
    case 'grows':
      return growing(decision, subject);
    case 'caller':
      return leaking(decision, subject);
    case 'unproven':
      return disagreeing(told, subject);
  }
}

/** Says which of the witnesses disagree. */
function disagreeing({ decision, codegen = [], against, run = [] }: Told, subject: string): string {
  const kept = `The escape analysis keeps ${subject} in the frame`;
  if (!against) {
    const seen = run.some(({ direct }) => direct.objects >= 1);
    const call = `the code of its line calls ${list(codegen)}, which nothing else accounts for`;
    return `${kept}, but ${call}${seen ? ', and a run allocates there' : ''}.`;
  }
  const names = list(against);
  if (codegen.length > 0)
    return `${subject} is said to escape, and the code calls ${list(codegen)} for it, but ${names} runs this line in each iteration and allocates nothing.`;
  const agreed = decision.kind === 'stays' ? kept : `${subject} is said to escape`;
  return `${agreed}, and the code calls no allocator for it, but ${names} allocates on this line, and nothing else there accounts for it.`;
}

/** An interface holds a copy of a value that is no pointer; the variable itself stays where it is. */
function allocated({ reason, shared }: Told, subject: string): string {
  if (shared) return `${subject} escapes`;
  const boxed = reason === 'passed-to-interface' || reason === 'interface-conversion';
  return `${boxed ? `A copy of ${subject}` : subject} is allocated on the heap`;
}

/** What is known where nobody can tell which of several sites is allocated. */
function among({ shared, run = [] }: Told): string {
  if (!shared) return '';
  const seen = run.filter(({ direct }) => direct.objects > 0).map(({ direct }) => direct.objects);
  const most = Math.round(Math.max(0, ...seen));
  const calls = shared.calls === 1 ? 'one allocator' : `only ${shared.calls} allocators`;
  const saw = most > 0 ? `, a run saw ${most} allocated` : '';
  return ` ${shared.sites} values escape on this line, but its code calls ${calls}${saw}, and does not tell for which.`;
}

function list(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(' and ');
}

/** Boxes that the runtime does not always allocate (runtime/iface.go). */
function except(codegen: string[] = []): string {
  const [only, ...others] = codegen;
  if (others.length > 0) return '';
  if (/^runtime\.convT(?:16|32|64)$/.test(only ?? ''))
    return ' An integer from 0 to 255 costs nothing: the runtime has those ready.';
  if (only === 'runtime.convTstring') return ' Only an empty string costs nothing.';
  return only === 'runtime.convTslice' ? ' Only a nil slice costs nothing.' : '';
}

function bounded({ subject }: Diagnostic, quoted: string, codegen?: string[]): string {
  const runes = codegen?.some((symbol) => symbol.endsWith('stringtoslicerune'));
  const limit = runes ? '32 runes' : '32 bytes';
  if (!isSized(subject))
    return `${quoted} does not escape. Its size is known only at run time, so the frame holds a buffer of 32 bytes for it; a larger one is allocated on the heap.`;
  return codegen || !isConversion(subject)
    ? `${quoted} does not escape. Up to ${limit} of it are in the frame; a longer one is on the heap.`
    : `${quoted} does not escape. Where the copy is needed at all (a comparison or a map lookup uses the bytes in place), up to 32 bytes of it are in the frame, and a longer one is on the heap.`;
}

/** A conversion, or a concatenation: what the runtime writes to a buffer of a fixed size where it can. */
function isSized(subject = ''): boolean {
  return isConversion(subject) || / \+ /.test(subject);
}

/** A conversion between a string and its bytes or runes. */
function isConversion(subject = ''): boolean {
  return /^(?:string|\(?\[\]byte\)?|\(?\[\]rune\)?)\(/.test(subject);
}

function growing({ kind, subject }: Diagnostic, quoted: string): string {
  if (subject !== 'append')
    return `${quoted} does not escape, so its header and first group are in the frame. A map that outgrows them goes on growing on the heap.`;
  return kind === 'escapes'
    ? 'The slice that `append` returns escapes: whenever it must grow, the new backing array is on the heap.'
    : 'The slice that `append` returns does not escape, but growing beyond a small buffer still takes memory from the heap.';
}

function leaking({ leak }: Diagnostic, subject: string): string {
  switch (leak?.to) {
    case 'content':
      return `${subject} itself does not flow out of the function, but a pointer read through it does: what that one points to can't be in a caller's frame.`;
    case 'result':
      return leak.level === 0
        ? `${subject} flows to ${resultName(leak.result)}: whether what it points to is on the heap depends on what the caller does with the result.`
        : `A pointer read through ${subject}${leak.level === 1 ? '' : `, ${leak.level} dereferences away,`} flows to ${resultName(leak.result)}: whether what that one points to is on the heap depends on what the caller does with the result.`;
    default:
      return `${subject} flows out of the function, so what it points to can't be in a caller's frame.`;
  }
}

/** The compiler calls a result without a name `~r0`, `~r1`, … */
function resultName(result = ''): string {
  const unnamed = /^~r(\d+)$/.exec(result);
  if (!unnamed) return `the result \`${result}\``;
  return unnamed[1] === '0' ? 'the result' : `result number ${Number(unnamed[1]) + 1}`;
}
