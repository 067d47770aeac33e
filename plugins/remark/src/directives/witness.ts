import type { UnitFacts, Witness } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { findBenchmarks, findExample, type PageKnowledge } from './target.ts';

/** What the conditions and numbers of an example are read from: its facts, and what else the page has. */
export function witnessIn(
  page: Pick<PageKnowledge, 'examples' | 'facts'>,
  example: Example,
  facts: UnitFacts,
): Witness {
  const { id, file, source } = example;
  return {
    file,
    source,
    facts,
    others: othersOf(page.examples, example),
    benchmark(name) {
      if (![...page.facts.values()].some(({ bench }) => bench)) return { expected: ['`bench` on the fence'] };
      const found = findBenchmarks(page, name ?? id);
      if ('reason' in found) return { expected: found.expected };
      if (found.length > 1) return { expected: found.map(({ counted }) => counted.name), several: true };
      const [{ counted, timed }] = found as [(typeof found)[number]];
      return { counted, ...(timed && { timed }) };
    },
    example(other) {
      const found = findExample(page, other);
      const known = 'reason' in found ? undefined : page.facts.get(found.unit);
      return 'reason' in found || !known
        ? { expected: page.examples.map((each) => each.id) }
        : { ...found, facts: known, others: othersOf(page.examples, found) };
    },
  };
}

/** The other files of its package that the page shows, each once. */
function othersOf(examples: Example[], { unit, file }: Example): { file: string; source: string }[] {
  const files = new Map(examples.filter((other) => other.unit === unit).map((other) => [other.file, other]));
  files.delete(file);
  return [...files.values()].map(({ file: name, source }) => ({ file: name, source }));
}
