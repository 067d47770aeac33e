import type { Amount } from '../profile/types.ts';

/** What each witness says about a site. */
export interface Evidence {
  /** The message of the escape analysis; empty where it says nothing, and the code does. */
  escape: string;
  /**
   * Allocators of the runtime that the code calls for the site (`runtime.newobject`); empty where it
   * calls none. Absent where the code is not known, or its calls can't be held to be this site's.
   */
  codegen?: string[];
  /** Set where the code of the line calls fewer allocators than there are sites that need one. */
  shared?: { sites: number; calls: number };
  /** What runs have shown on its line, one for each that has; absent where none has. */
  run?: RunEvidence[];
}

/** What one run allocated on a line: all of its sites together. */
export interface RunEvidence {
  /** Absent for a run of the program; of a benchmark the numbers are those of one iteration. */
  benchmark?: string;
  /** By the code of the line itself, with what was inlined there. Nothing, where the line is known to have run. */
  direct: Amount;
  /** By what it called, outside of the unit. */
  called: Amount;
}

/** `BenchmarkX: 64 B in 1 allocation per op on this line, and 112 B in 1 in what it calls`. */
export function runWords({ benchmark, direct, called }: RunEvidence): string {
  const name = benchmark ?? 'The program';
  const per = benchmark === undefined ? '' : ' per op';
  const own = direct.objects > 0 ? `${sizeOf(direct, per)} on this line` : 'no allocation on this line';
  const calls =
    called.objects > 0
      ? `${numbers.format(called.bytes)} B in ${numbers.format(called.objects)} in what it calls`
      : undefined;
  return `${name}: ${[own, calls].filter(Boolean).join(', and ')}`;
}

/** Small values without pointers share blocks of 16 bytes (runtime/malloc.go), and only these are recorded. */
function sizeOf({ bytes, objects }: Amount, per: string): string {
  const size = `${numbers.format(bytes)} B`;
  if (bytes / objects === 16)
    return Number.isInteger(objects)
      ? `${numbers.format(objects)} ${objects === 1 ? 'block' : 'blocks'} of 16 B${per}`
      : `${size}${per}, in shared blocks of 16 B,`;
  const count = numbers.format(objects);
  return `${size} in ${count} ${count === '1' ? 'allocation' : 'allocations'}${per}`;
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
