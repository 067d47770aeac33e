import type { PublishedPage } from '../publish/schema.ts';

/** One side of a comparison: the facts of a site, and what they are called. */
export interface DiffSide {
  /** `HEAD~1`, `go1.24`, `old/facts.json`. */
  name: string;
  /** As `go version` ends: `go1.26.8 linux/amd64`; absent where no page has an example. */
  go?: string;
  pages: PublishedPage[];
}

/** What can differ. */
export type ChangeKind =
  | 'example'
  | 'status'
  | 'verdict'
  | 'reason'
  | 'frame'
  | 'inlining'
  | 'allocs/op'
  | 'B/op'
  | 'ns/op'
  | 'claim'
  | 'evidence';

/** One fact that is not the same on both sides. */
export interface Change {
  /** Path of the page, from the root of the project. */
  page: string;
  /** Id of the example; absent where a claim is what changed. */
  example?: string;
  /** Id of the claim. */
  claim?: string;
  /** 1-based line of the shown code, of the side that has it, the later one first; absent for what has no line. */
  line?: number;
  kind: ChangeKind;
  /**
   * The site, the function or the benchmark; of a claim's evidence, the example that it was tried on. Empty for the
   * example or the claim as a whole.
   */
  subject: string;
  /** Bytes, a cost, nanoseconds, or words; absent where the side has no such thing. */
  before?: string | number;
  after?: string | number;
  /** Of `ns/op`: the probability of such a difference if there were none (Mann–Whitney U). */
  p?: number;
}

/** What changed between two sides. */
export interface FactsDiff {
  before: Pick<DiffSide, 'name' | 'go'>;
  after: Pick<DiffSide, 'name' | 'go'>;
  /** How many examples there are on either side. */
  examples: number;
  /** How many claims in sentences there are on either side; 0 where a side does not tell. */
  claims: number;
  /** By page and example, in the order of the later side, what is gone last; then by claim. */
  changes: Change[];
}
