import type { BenchGroup } from '../attach/bench/families.ts';
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
  const groups = benchGroups(page, of);
  if ('reason' in groups) return targetTrouble(groups);
  const places = mixedTimings(groups.flatMap(({ rows }) => rows));
  if (places) return mixedTrouble(places);
  return [chart === undefined ? benchFigure(id, groups) : benchFigure(id, groups, chart !== 'no')];
}

/** The benchmarks that some names mean, in their order. */
export function benchRows(page: PageKnowledge, of: string): MeasuredBenchmark[] | TargetProblem {
  const groups = benchGroups(page, of);
  return 'reason' in groups ? groups : groups.flatMap(({ rows }) => rows);
}

/** The same, apart for each name. */
function benchGroups(page: PageKnowledge, of: string): BenchGroup[] | TargetProblem {
  const found = wordsOf(of).map((name) => ({ name, rows: findBenchmarks(page, name) }));
  const wrong = found.map(({ rows }) => rows).find((rows): rows is TargetProblem => 'reason' in rows);
  return wrong ?? found.flatMap(({ name, rows }) => ('reason' in rows ? [] : { name, rows }));
}
