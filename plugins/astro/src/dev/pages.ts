import type { Problem, Unit } from '@escapement/facts';
import type { VerifiedPage } from '@escapement/remark';
import { exampleState, type ExampleState } from './example-state.ts';

/** What is known of the pages that were rendered since the server began, by path from the root. */
export type DevPages = Map<string, DevPage>;

/** A page as it was when it was last rendered. */
export interface DevPage {
  /** Errors, then warnings. */
  problems: Problem[];
  examples: ExampleState[];
  /** What its examples are compiled in. */
  units: Unit[];
  /** Files, from the root, that it shows. */
  quotes: string[];
  /** How long it took to read, compile, run and verify it, in milliseconds. */
  tookMs: number;
  /** When that was: ISO 8601. */
  at: string;
}

/** What is kept of a page: not its tree, nor all that the compiler said. */
export function devPage(page: VerifiedPage, tookMs: number): DevPage {
  const { problems, warnings, examples, units } = page;
  return {
    problems: [...problems, ...warnings],
    examples: examples.map((example) => exampleState(page, example)),
    units,
    quotes: [...new Set(examples.flatMap((example) => example.quotes ?? []))],
    tookMs,
    at: new Date().toISOString(),
  };
}
