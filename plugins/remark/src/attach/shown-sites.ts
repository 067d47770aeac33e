import { findSites, witnessesOf, type ShownLine, type Site, type UnitFacts } from '@escapement/facts';
import type { Example } from '../page/example.ts';

/** Maps the lines of an example's file to those that the reader sees. */
export function shownLine({ shown }: Example): ShownLine {
  const lines = new Map(shown.lines.map((line, at) => [line, at + 1]));
  return (line) => lines.get(line);
}

/**
 * The sites that a reader sees in an example. Of another compiler than the build's only the compile is known:
 * programs run with the Go of the build alone.
 */
export function shownSites(example: Example, facts: UnitFacts): Site[] {
  const { file, source } = example;
  return findSites(facts.compile.diagnostics, file, source, shownLine(example), witnessesOf(facts));
}
