import type { Unit } from '@escapement/facts';

/** The flags of a unit's code, beyond those that every compile has: those of the options, then its own. */
export function codeFlags(unit: Unit, gcflags: string[]): string[] {
  return [...gcflags, ...(unit.gcflags ?? [])];
}

/** The flags of a unit's compile: besides those of its code, what makes the compiler tell more. */
export function compileFlags(unit: Unit, gcflags: string[]): string[] {
  return [...codeFlags(unit, gcflags), ...(unit.bounds ? [BOUNDS] : [])];
}

/**
 * True for a compiler flag that a page may ask for: one that changes the code, or what is said of it, and
 * that names no file to read or to write. All others are refused, so that a flag of a later Go can't
 * reach out of the sandbox unseen.
 */
export function isPageFlag(flag: string): boolean {
  return HARMLESS.test(flag) && !WRITES.test(flag);
}

const HARMLESS =
  /^-(?:[lNB]|l=\d|smallframes|lang=go1\.\d+|spectre=[\w,]+|wb=(?:true|false)|d=[\w./=,:+*-]+)$/;

/** Settings of `-d` that write files (`ssa/PHASE/dump=F`, `dumpinlfuncprops=FILE`, `astdump=F`). */
const WRITES = /dump/;

/**
 * Tells the checks that stay in the code (`Found IsInBounds`), those that are proved away (`Proved
 * IsInBounds`) and the nil checks. It prints much and costs the compile up to a tenth more, so that only who asks for it
 * has it (cmd/compile/internal/ssa: checkbce.go, prove.go, nilcheck.go).
 */
const BOUNDS = '-d=ssa/check_bce/debug=1,ssa/prove/debug=1,nil=1';
