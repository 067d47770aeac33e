import type { ProfiledRun, UnitFacts } from '@escapement/facts';
import type { MeasuredBenchmark } from '../attach/bench/measured.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Example } from '../page/example.ts';
import type { Glossary } from '../page/glossary.ts';

/** What is known of a page when its directives are resolved. */
export interface PageKnowledge {
  examples: Example[];
  facts: Map<string, UnitFacts>;
  glossary: Glossary;
}

/**
 * What the toolchain said of an example. Undefined where nothing can be told from it: it does not compile, and
 * should. That is told at the example.
 */
export function toldOf(page: PageKnowledge, { unit, meta }: Example): UnitFacts | undefined {
  const facts = page.facts.get(unit);
  return facts && facts.compile.errors.length > 0 && !meta.fails ? undefined : facts;
}

/** The part of it that benchmarks are found by. */
type Known = Pick<PageKnowledge, 'examples' | 'facts'>;

/** Why a name can't be resolved. */
export interface TargetProblem {
  reason: string;
  expected: string[];
}

/** Finds an example by its id. */
export function findExample(page: Pick<PageKnowledge, 'examples'>, id: string): Example | TargetProblem {
  const ids = page.examples.map((example) => example.id);
  return page.examples.find((example) => example.id === id) ?? missing('example', id, ids);
}

/**
 * Finds benchmarks by the id of an example (all of its package) or by name, with or without
 * `Benchmark` in front; the name of one with sub-benchmarks means all of them. Of a name that several packages have, `id/Name` takes one.
 */
export function findBenchmarks(page: Known, name: string): FoundBenchmark[] | TargetProblem {
  const all = measured(page);
  const byExample = all.filter(({ example }) => example.id === name);
  if (byExample.length > 0) return byExample;
  const exact = all.filter((found) => namesOf(found).includes(name));
  const subs = all.filter((found) => namesOf(found).some((own) => own.startsWith(`${name}/`)));
  const byName = exact.length > 0 ? exact : subs;
  const units = new Set(byName.map(({ example }) => example.unit));
  if (units.size > 1) {
    const full = byName.map(
      ({ example, counted }) => `${example.id}/${counted.name.replace(/^Benchmark/, '')}`,
    );
    return { reason: `Unexpected name \`${name}\`: several packages of the page have it`, expected: full };
  }
  const [first] = byName;
  if (first) return byName.filter(({ example }) => example === first.example);
  const names = all.map(({ counted }) => counted.name.replace(/^Benchmark/, ''));
  return missing('benchmark', name, [...new Set([...names, ...all.map(({ example }) => example.id)])]);
}

/**
 * Finds memory profiles: by the id of an example those of its whole package, which are none where none was
 * asked for; by the name of a benchmark its own, with the example that the benchmark stands in.
 */
export function findProfiles(
  page: PageKnowledge,
  name: string,
): { example: Example; runs: ProfiledRun[] } | TargetProblem {
  const example = page.examples.find(({ id }) => id === name);
  if (example) return { example, runs: page.facts.get(example.unit)?.profile?.runs ?? [] };
  const found = findBenchmarks(page, name);
  if ('reason' in found) return found;
  const [{ counted, example: first }] = found as [FoundBenchmark];
  const runs = page.facts.get(first.unit)?.profile?.runs ?? [];
  const declaration = `func ${counted.name.split('/')[0]}(`;
  const holder = page.examples.find(
    ({ unit, source }) => unit === first.unit && source.includes(declaration),
  );
  const named = name.startsWith(`${first.id}/`);
  return {
    example: named ? first : (holder ?? first),
    runs: runs.filter(({ benchmark }) => found.some((one) => one.counted.name === benchmark)),
  };
}

/** A benchmark with the first example of its package. */
export type FoundBenchmark = MeasuredBenchmark & { example: Example };

/** All names by which a page may call a benchmark. */
function namesOf({ example, counted: { name } }: FoundBenchmark): string[] {
  const short = name.replace(/^Benchmark/, '');
  return [short, name, `${example.id}/${short}`, `${example.id}/${name}`];
}

/** Benchmarks of the page, each under every example of its package. */
function measured({ examples, facts }: Known): FoundBenchmark[] {
  return examples.flatMap((example) => {
    const { bench, timings, compile } = facts.get(example.unit) ?? {};
    return (bench?.benchmarks ?? []).map((counted): FoundBenchmark => {
      const timed = timings?.benchmarks.find(({ name }) => name === counted.name);
      const times = timings && timed ? { timings, timed } : {};
      return { counted, counter: compile!.toolchain, example, ...times };
    });
  });
}

function missing(what: string, name: string, known: string[]): TargetProblem {
  const near = didYouMean(name, known);
  const expected = known.length === 0 && what === 'benchmark' ? ['`bench` on the fence'] : known;
  return { reason: `Unexpected name \`${name}\`: the page has no such ${what}${near}`, expected };
}
