import type { Diagnostic } from '../diagnostics/types.ts';
import type { Verdict } from '../verdict.ts';

/**
 * What a decision of the escape analysis means for the memory of the value, as far as the message
 * alone can say. Undefined for a decision about no allocation (a parameter that does not escape is
 * told apart by its place, not here).
 */
export function verdictOf({ kind, subject = '' }: Diagnostic): Verdict | undefined {
  if (kind === 'moved') return 'heap';
  if (kind === 'leaks') return 'caller';
  if (kind === 'escapes') return subject === 'append' ? 'grows' : isConstant(subject) ? 'static' : 'heap';
  if (kind !== 'stays') return undefined;
  // A channel is always made by the runtime (cmd/compile/internal/walk, walkMakeChan).
  if (subject.startsWith('make(chan ')) return 'heap';
  if (subject === 'append' || /^(?:make\()?map\[/.test(subject)) return 'grows';
  return isBounded(subject) ? 'bounded' : 'stack';
}

/**
 * A constant that becomes an interface value is laid out as read-only data, so the "escape" costs
 * nothing (cmd/compile/internal/walk/convert.go, dataWord). Since Go 1.25 the compiler prints the
 * folded value, so a literal in the message is enough to know one.
 */
export function isConstant(subject: string): boolean {
  return /^(?:-?(?:\d|\.\d)[\w.+-]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|true|false)$/.test(subject);
}

/**
 * Values whose size is known only at run time get a buffer of 32 bytes in the frame and go to the heap
 * above it: `make` with a size that is not a constant (since Go 1.25, cmd/compile/internal/walk/builtin.go),
 * string concatenation and conversion between strings and slices (runtime/string.go, tmpBuf).
 */
export function isBounded(subject: string): boolean {
  const make = /^make\(\[\][^,]+, (.+)\)$/.exec(subject);
  if (make) return !make[1]!.split(', ').every((size) => /^\d+$/.test(size));
  return (
    /^(?:string|\[\]byte|\[\]rune|\(\[\]byte\)|\(\[\]rune\))\(/.test(subject) || isConcatenation(subject)
  );
}

function isConcatenation(subject: string): boolean {
  return / \+ /.test(subject) && !subject.includes('(');
}
