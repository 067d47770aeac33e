/** Bytes and objects that were taken from the heap. */
export interface Amount {
  bytes: number;
  /** Several small ones without pointers count as one: Go puts them into blocks of 16 bytes. */
  objects: number;
}

/** All allocations of one place in the code of a unit: means over the iterations of its run. */
export interface AllocationStack extends Amount {
  /** The innermost function of the unit on the stack, without its package: `New`, `(*T).M`, `main.func1`. */
  func: string;
  /**
   * The lines in the code of that function, innermost first: what was inlined there comes before the line
   * of the call, and the last is a line of the function itself. Code of other packages has no file.
   */
  frames: ProfileFrame[];
  /** True where that code itself called the allocator; else what it called did, outside of the unit. */
  direct: boolean;
}

/** One line of code. */
export interface ProfileFrame {
  /** Base name of the file, where it is one of the unit's own. */
  file?: string;
  /** 1-based. */
  line: number;
}

/** What one line allocated on the heap in one iteration, with all that it called outside of the unit. */
export interface LineAllocations extends Amount {
  file: string;
  line: number;
  /** How much of it the calls on the line took, and not the line itself. */
  called: Amount;
}

/** What one benchmark, or the program, allocated. */
export interface ProfiledRun {
  /** Of the benchmark; absent for the program. */
  benchmark?: string;
  /** Over which the numbers are means; 1 for a program, which runs once. */
  iterations: number;
  stacks: AllocationStack[];
}

/** The memory profiles of a unit: one for each benchmark, in their order, then that of the program. */
export interface ProfileFacts {
  runs: ProfiledRun[];
}

/** The memory of all stacks of a program (`/memory/classes/heap/stacks` of the package runtime/metrics). */
export interface StackFacts {
  /** Before its first line, in bytes: what the runtime itself needs. */
  startBytes: number;
  /** The most that was seen, in bytes. */
  peakBytes: number;
}
