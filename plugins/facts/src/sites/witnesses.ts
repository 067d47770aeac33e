import type { Codegen } from '../codegen/types.ts';
import type { ProfileFacts } from '../profile/types.ts';
import type { BenchFacts, UnitFacts } from '../unit.ts';

/** What is known of a unit beside what the escape analysis says; absent parts say nothing. */
export interface Witnesses {
  /** The generated code. */
  codegen?: Codegen;
  /** What the lines allocated as they ran. */
  profile?: ProfileFacts;
  /** What whole benchmarks allocated. */
  bench?: BenchFacts;
  /** Set where the code was compiled with `-N`, without optimisations. */
  unoptimised?: boolean;
}

/** The witnesses among the facts of a unit. */
export function witnessesOf({ compile: { codegen, command }, profile, bench }: UnitFacts): Witnesses {
  return {
    ...(codegen && { codegen }),
    ...(profile && { profile }),
    ...(bench && { bench }),
    ...(UNOPTIMISED.test(command) && { unoptimised: true }),
  };
}

/** `-N` among the flags, which stand behind `-m=2` in quotes: `go build '-gcflags=-m=2 -l -N' main.go`. */
const UNOPTIMISED = /-gcflags='-m=2(?: [^']*)? -N[ ']/;
