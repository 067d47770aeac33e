import type { AllocatorCall, Frame } from './types.ts';

/**
 * Reads a line that begins a symbol in the output of `-S`: a function with its frame, or other data.
 * Undefined where it is none. The shape is that of cmd/internal/obj (objfile.go, writeSymDebugNamed),
 * the same on every target.
 */
export function readSymbol(line: string): { frame?: Frame } | undefined {
  const match = SYMBOL.exec(line);
  if (!match) return undefined;
  const [, func, type, args, locals] = match;
  return type!.startsWith('STEXT')
    ? { frame: { func: func ?? '', bytes: size(locals), args: size(args) } }
    : {};
}

/**
 * Reads an instruction; undefined for all but calls of the runtime's allocators. Targets differ in
 * the name of the instruction (`CALL`, `Call` on WebAssembly), not in the place or the symbol.
 */
export function readCall(line: string): Omit<AllocatorCall, 'func'> | undefined {
  const match = CALL.exec(line);
  if (!match || !ALLOCATOR.test(match[3]!)) return undefined;
  return { pos: { file: match[1]!, line: Number(match[2]) }, symbol: `runtime.${match[3]}` };
}

const SYMBOL = /^(\S.*)? (S[A-Z]+) .*?size=\d+(?: args=(\S+) locals=(\S+))?/;
const CALL = /^\t0x[0-9a-f]+ \d+ \((.+):(\d+)\)\t[A-Za-z]+\truntime\.(\w+)\(SB\)$/;

/**
 * The runtime's functions that may take memory from the heap, Go 1.22 to 1.26
 * (cmd/compile/internal/typecheck/_builtin/runtime.go).
 */
const ALLOCATOR =
  /^(?:newobject|newarray|mallocgc\w*|makeslice\w*|growslice\w*|moveSlice\w*|convT\w*|makemap\w*|mapassign\w*|makechan\w*|concat(?:string|byte)\w*|slicebytetostring|stringtoslice(?:byte|rune)|slicerunetostring|intstring)$/;

/** `0x18`. Arguments of unknown size, as assembly has them, are a negative number: none that is known. */
function size(text = '0'): number {
  const value = Number(text);
  return value > 0x7fffffff ? 0 : value;
}
