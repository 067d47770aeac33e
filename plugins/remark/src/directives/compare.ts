import { mixedTimings } from '../attach/bench/table.ts';
import { compareFigure, type Pair, type Side } from '../attach/compare/figure.ts';
import { shownSites } from '../attach/shown-sites.ts';
import { benchRows } from './bench.ts';
import { wordsOf, type Attributes } from './schema.ts';
import { findBenchmarks, findExample, toldOf, type PageKnowledge, type TargetProblem } from './target.ts';
import { mixedTrouble, targetTrouble, type Content, type Trouble } from './trouble.ts';

/** `::compare`: two examples in one view. */
export function compareContent(
  page: PageKnowledge,
  { of, bench }: Attributes<'compare'>,
  id: string,
): Content | Trouble {
  const [before, after] = wordsOf(of).map((name) => sideOf(page, name));
  if (!before || !after) return [];
  if ('reason' in before) return targetTrouble(before);
  if ('reason' in after) return targetTrouble(after);
  const pairs = bench === undefined ? samePairs(page, before, after) : namedPair(page, bench);
  if ('reason' in pairs) return targetTrouble(pairs);
  const places = pairs.map((pair) => mixedTimings(pair)).find((found) => found !== undefined);
  return places ? mixedTrouble(places) : [compareFigure(id, before, after, pairs)];
}

function sideOf(page: PageKnowledge, name: string): Side | TargetProblem | undefined {
  const example = findExample(page, name);
  if ('reason' in example) return example;
  const facts = toldOf(page, example);
  if (!facts) return undefined;
  if (example.meta.fails) {
    const others = page.examples.filter(({ meta }) => !meta.fails);
    return {
      reason: `Unexpected example \`${name}\` of \`compare\`: it does not compile, so nothing was decided about it`,
      expected: others.map(({ id }) => id),
    };
  }
  return { example, facts, sites: shownSites(example, facts) };
}

function namedPair(page: PageKnowledge, names: string): Pair[] | TargetProblem {
  const [before, after] = wordsOf(names).map((name) => benchRows(page, name));
  if ('reason' in before!) return before;
  if ('reason' in after!) return after;
  const several = [before!, after!].findIndex(({ length }) => length !== 1);
  if (several < 0) return [[before![0]!, after![0]!]];
  return {
    reason: `Unexpected name \`${wordsOf(names)[several]}\`, which means several benchmarks`,
    expected: [before!, after!][several]!.map(({ counted }) => counted.name),
  };
}

/** Benchmarks of one name in both examples, or the only one of each; quotes of one folder share theirs. */
function samePairs(page: PageKnowledge, before: Side, after: Side): Pair[] {
  if (before.example.unit === after.example.unit) return [];
  const [from, to] = [before, after].map(({ example }) => {
    const found = findBenchmarks(page, example.id);
    return 'reason' in found ? [] : found;
  });
  if (from!.length === 1 && to!.length === 1) return [[from![0]!, to![0]!]];
  return from!.flatMap((row): Pair[] => {
    const other = to!.find(({ counted }) => counted.name === row.counted.name);
    return other ? [[row, other]] : [];
  });
}
