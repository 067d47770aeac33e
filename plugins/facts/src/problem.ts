import type { RuleId } from './rules.ts';

/** A point in a text file: 1-based line, 1-based column in UTF-16 units, as unist counts. */
export interface Point {
  line: number;
  column: number;
}

/** Something that is wrong, at a place that its author can open. */
export interface Problem {
  rule: RuleId;
  /** Set where it is told and stops nothing; otherwise it is an error. */
  level?: 'warning';
  /** Path relative to the project's root, with `/`: `content/escape.md`, `examples/pool/pool.go`. */
  path: string;
  start: Point;
  end?: Point;
  /** What happened: "Unexpected meta word `benhc`, expected …". */
  reason: string;
  /** What would have been right, where it can be listed. */
  expected?: string[];
  /** What stood there. */
  actual?: string;
  /** What to do, or the tool's own output; may have several lines. */
  note?: string;
}
