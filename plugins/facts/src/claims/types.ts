/** Words that a claim can say about its line. */
export const claimWords = ['heap', 'stack', 'static', 'bounded', 'grows', 'inlined', 'leaks'] as const;

/** One of `claimWords`. */
export type ClaimWord = (typeof claimWords)[number];

/** What the author says that the compiler says. */
export type Expectation = { word: ClaimWord } | { pattern: string };

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
