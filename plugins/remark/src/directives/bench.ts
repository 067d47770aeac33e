import { benchFigure } from '../attach/bench/figure.ts';
import type { MeasuredBenchmark } from '../attach/bench/measured.ts';
import { mixedTimings } from '../attach/bench/table.ts';
import { wordsOf, type Attributes } from './schema.ts';
import { findBenchmarks, type PageKnowledge, type TargetProblem } from './target.ts';
import { mixedTrouble, targetTrouble, type Content, type Trouble } from './trouble.ts';

/** `::bench`: the numbers of some benchmarks. */
export function benchContent(
  page: PageKnowledge,
  { of, chart }: Attributes<'bench'>,
  id: string,
): Content | Trouble {
  const rows = benchRows(page, of);
  if ('reason' in rows) return targetTrouble(rows);
  const places = mixedTimings(rows);
  if (places) return mixedTrouble(places);
  return [chart === undefined ? benchFigure(id, rows) : benchFigure(id, rows, chart !== 'no')];
}

/** The benchmarks that some names mean, in their order. */
export function benchRows(page: PageKnowledge, of: string): MeasuredBenchmark[] | TargetProblem {
  const found = wordsOf(of).map((name) => findBenchmarks(page, name));
  const wrong = found.find((target): target is TargetProblem => 'reason' in target);
  return wrong ?? found.flatMap((target) => ('reason' in target ? [] : target));
}
