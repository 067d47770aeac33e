import type { Unit } from '@escapement/facts';
import type { TimingInputs } from './captures.ts';
import type { Keys } from './keys.ts';
import type { Reach } from './reach.ts';

/** A unit with all that was found out about it without running Go. */
export interface Job {
  unit: Unit;
  reach: Reach;
  keys: Keys;
  /** Compiler flags beyond those that every compile has: units that differ in them are apart. */
  gcflags: string[];
  /** Where its benchmarks' timings are; absent without benchmarks. */
  timing?: TimingInputs;
}

/** A part of a capture that has an entry of its own in the store. */
export type Part = keyof Keys;
