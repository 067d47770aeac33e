import type { Condition } from '../expect/types.ts';

/** Words that a claim can say about its line. */
export const claimWords = [
  'heap',
  'stack',
  'static',
  'bounded',
  'grows',
  'unproven',
  'inlined',
  'leaks',
] as const;

/** One of `claimWords`. */
export type ClaimWord = (typeof claimWords)[number];

/** Go releases from one minor version to another, both included: `go1.24`, `go1.22-1.24`, `go1.25+`. */
export interface GoRange {
  from: number;
  /** Absent where the range is open. */
  to?: number;
}

/**
 * What the author says of the line; with `go`, only for these releases. `span` is where it stands, as 0-based UTF-16
 * columns of the claim's line.
 */
export type Expectation = { go?: GoRange; span: { start: number; end: number } } & (
  { word: ClaimWord } | { pattern: string } | { condition: NumberCondition }
);

/** `allocs/op == 0`, `frame <= 128`: about the function that begins on the line, or the example. */
export type NumberCondition = Extract<Condition, { kind: 'number' }>;

/** A `// want …` comment. */
export interface Claim {
  /** 1-based line that it is about. */
  line: number;
  /** 1-based line and 0-based UTF-16 column at which the comment stands. */
  at: { line: number; column: number; end: number };
  expectations: Expectation[];
}

/** A `// want …` comment that cannot be read. Columns are 0-based UTF-16 units. */
export interface ClaimError {
  line: number;
  start: number;
  end: number;
  reason: string;
  actual: string;
  expected?: string[];
}
