import type { Diagnostic } from '../diagnostics/types.ts';
import type { Verdict } from '../verdict.ts';
import { causeOf } from './cause.ts';

/**
 * One plain sentence for the note of a site; code stands in backticks.
 *
 * @param decision the compiler's summary line
 * @param explanation the header with the flow chain that belongs to it, where there is one
 */
export function sentenceOf(verdict: Verdict, decision: Diagnostic, explanation?: Diagnostic): string {
  const subject = `\`${decision.subject ?? ''}\``;
  const cause = causeOf(explanation);
  const because = cause ? `: ${cause}` : '';
  switch (verdict) {
    case 'heap':
      return decision.kind === 'moved'
        ? `The variable ${subject} is moved to the heap${because}.`
        : `${subject} is allocated on the heap${because}.`;
    case 'stack':
      return `${subject} stays in the frame: the compiler proved that nothing keeps it after the call.`;
    case 'static':
      return `${subject} is said to escape, but a constant in an interface is read-only data of the program: nothing is allocated.`;
    case 'bounded':
      if (isConversion(decision.subject))
        return `${subject} does not escape. Where the copy is needed at all (a comparison or a map lookup uses the bytes in place), up to 32 bytes of it are in the frame, and a longer one is on the heap.`;
      return `${subject} does not escape. Its size is known only at run time, so the frame holds a small buffer for it; a larger one is allocated on the heap.`;
    case 'grows':
      return growing(decision, subject);
    case 'caller':
      return leaking(decision, subject);
    case 'unproven':
      return `The compiler, the code and the run do not agree about ${subject}.`;
  }
}

/** A conversion between a string and its bytes or runes. */
function isConversion(subject = ''): boolean {
  return /^(?:string|\[\]byte|\[\]rune)\(/.test(subject);
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
      return `What ${subject} points to flows out of the function; ${subject} itself does not. A caller can't keep the content in its frame.`;
    case 'result':
      return leak.level === 0
        ? `${subject} flows to ${resultName(leak.result)}: whether its pointee is on the heap depends on what the caller does with the result.`
        : `What ${subject} points to flows to ${resultName(leak.result)}, ${leak.level} dereference${leak.level === 1 ? '' : 's'} away: the caller decides where it lives.`;
    default:
      return `${subject} flows out of the function, so whatever a caller passes here can't be in the caller's frame.`;
  }
}

/** The compiler calls a result without a name `~r0`, `~r1`, … */
function resultName(result = ''): string {
  const unnamed = /^~r(\d+)$/.exec(result);
  if (!unnamed) return `the result \`${result}\``;
  return unnamed[1] === '0' ? 'the result' : `result number ${Number(unnamed[1]) + 1}`;
}
