import type { Benchmark, Machine } from './bench/types.ts';
import type { Codegen } from './codegen/types.ts';
import type { CompileError, Diagnostic } from './diagnostics/types.ts';
import type { GcFacts } from './profile/gctrace.ts';
import type { ProfileFacts, StackFacts } from './profile/types.ts';

/** One Go file of a unit. `name` is a base name (`main.go`, `main_test.go`). */
export interface GoFile {
  name: string;
  source: string;
}

/**
 * What is handed to the toolchain as one package: the fences of one example or one `pkg=` group, or a
 * directory of the project's own Go module.
 */
export interface Unit {
  /** Unique among the units of one call; says nothing about the contents. */
  id: string;
  /** Files of a `package x_test` among `files` import the package as `example/NAME`. */
  package: { kind: 'files'; files: GoFile[]; name?: string } | { kind: 'directory'; dir: string };
  /** Must not compile: errors are then facts, not problems. */
  fails: boolean;
  /** Link and run `main`, with these arguments; `exit` is the status that the author expects. */
  run?: { args: string[]; exit: number };
  /** Run the package's tests. */
  test: boolean;
  /** Run the package's benchmarks. */
  bench: boolean;
  /** Compiler flags for its code, beyond those of the options; each one word. */
  gcflags?: string[];
  /** Tell which bounds and nil checks the code has. */
  bounds?: boolean;
  /**
   * Run the program once more, and record which lines it allocates on, and its stacks. Of benchmarks the
   * lines are always recorded.
   */
  probe?: boolean;
  /** Run the program once more, and sum up what the garbage collector did. */
  gc?: boolean;
  /** Other compilers and targets that it is compiled for besides that of the build. */
  variants?: Variant[];
}

/** Another compiler, or another target. */
export interface Variant {
  /** A release (`1.24.11`), or a language version (`1.24`), which means its last known release. */
  go?: string;
  /** As GOARCH names it; `wasm` is that of WASI. */
  goarch?: string;
}

/**
 * What a variant said about a unit; `failure` where that toolchain can't be had, `lacking` where a frozen
 * build has no capture of it.
 */
export interface VariantFacts {
  variant: Variant;
  compile?: CompileFacts;
  failure?: string;
  lacking?: Lacking[];
}

/** The Go that was used. */
export interface Toolchain {
  /** As `go env GOVERSION` prints it: `go1.26.8`. */
  version: string;
  goos: string;
  goarch: string;
}

/** What one compile said about a unit. */
export interface CompileFacts {
  toolchain: Toolchain;
  /** A command that a reader can type to see the same (`go build -gcflags=-m=2 main.go`). */
  command: string;
  /** Only lines of the unit's own files, and lines without a file; the rest is counted in `foreign`. */
  diagnostics: Diagnostic[];
  errors: CompileError[];
  /** How many messages were about files of other packages (generic code of the standard library). */
  foreign: number;
  /** What the generated code says; absent where none was generated, or it is not known. */
  codegen?: Codegen;
}

/** How a started program ended. */
export type Ending = 'exited' | 'timeout' | 'output-limit' | 'memory-limit' | 'process-limit' | 'signal';

/** What a program or a test binary did. */
export interface RunFacts {
  ending: Ending;
  /** Exit status: -1 where the program was stopped, 128 + its number where a signal ended it. */
  exit: number;
  /** Name of the signal, where one ended it that we did not send, or where it exited as if so. */
  signal?: string;
  stdout: string;
  stderr: string;
}

/**
 * What the benchmarks allocate, counted by the Go of this build in one short run: B/op and allocs/op. The
 * times in these samples mean nothing; those that do are `Timings`.
 */
export interface BenchFacts {
  benchmarks: Benchmark[];
  /** Set where the benchmark binary failed; `benchmarks` then holds what had been printed. */
  failure?: RunFacts;
}

/** Times of the benchmarks, from the project's captures: with the machine, the Go and the day. */
export interface Timings {
  machine: Machine;
  toolchain: Toolchain;
  /** ISO 8601 date and time at which the first sample was taken. */
  measured: string;
  /** Set where they are of the code as it was before its last change: while a page is being written. */
  older?: true;
  /** The samples of all rounds. */
  benchmarks: Benchmark[];
}

/** Something that only committed captures could give, and that they do not have. */
export interface Lacking {
  what: 'capture' | 'timings';
  /** `stale`: captured from other sources or with other options. */
  why: 'missing' | 'stale';
  /** Where it was looked for, from the project's root. */
  file: string;
}

/** All that is known of a unit. Parts that were not asked for, or could not be had, are absent. */
export interface UnitFacts {
  compile: CompileFacts;
  run?: RunFacts;
  test?: RunFacts;
  bench?: BenchFacts;
  /** Of the benchmarks, and of a program that was to be probed. */
  profile?: ProfileFacts;
  stack?: StackFacts;
  /** Set where a program was to be probed, ended as expected, and left nothing behind: the way it ended. */
  unprobed?: RunFacts;
  gc?: GcFacts;
  timings?: Timings;
  /** Absent where nothing is lacking. */
  lacking?: Lacking[];
  /** In the order in which the unit asks for them. */
  variants?: VariantFacts[];
}
