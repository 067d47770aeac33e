/** One stack of a memory profile, with all that was allocated there. */
export interface ProfileSample {
  /** Innermost first; functions that were inlined have frames of their own. */
  frames: ProfileFrame[];
  bytes: number;
  objects: number;
}

/** One function on a stack. */
export interface ProfileFrame {
  /** Base name of the file, where it is one of the unit's own; absent for all others. */
  file?: string;
  /** 1-based. */
  line: number;
}

/** What one line allocated on the heap in one iteration, with all that it called outside of the unit. */
export interface LineAllocations {
  file: string;
  line: number;
  bytes: number;
  /** Several small ones without pointers count as one: Go puts them into blocks of 16 bytes. */
  objects: number;
}

/** The memory profile of a unit's benchmarks: each ran as often as the others, and their lines are added up. */
export interface ProfileFacts {
  lines: LineAllocations[];
  /** Iterations over which the numbers are means. */
  iterations: number;
}
