/** What comes of a claim: it holds everywhere that it was tried, nowhere, or only under a condition. */
export const claimVerdicts = ['confirmed', 'refuted', 'depends'] as const;

/** One of `claimVerdicts`. */
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** A claim that a page makes in a sentence (`:::claim`), with what the toolchain says of it. */
export interface PageClaim {
  /** Unique on the site: `C10`. */
  id: string;
  /** Path of the page from the root of the project, and the line of the claim with the column of its id, 1-based. */
  page: string;
  line: number;
  column: number;
  /** The sentence, as plain text. */
  sentence: string;
  /** What it asserts about its examples. */
  expect: string;
  /** What the page teaches. */
  expected: ClaimVerdict;
  /** What the build found. */
  verdict: ClaimVerdict;
  /** For `depends`: where it holds and where not. */
  condition?: string;
  /** One entry for each example and toolchain on which it was tried. */
  evidence: ClaimEvidence[];
}

/** What one example says of a claim under one toolchain. */
export interface ClaimEvidence {
  /** Id of the example on its page. */
  example: string;
  /** As Go prints it, with the target: `go1.26.8 linux/amd64`. */
  toolchain: string;
  holds: boolean;
  /** What was found, a sentence part for each condition. */
  found: string[];
}
