import type { Benchmark } from '@escapement/facts';
import { readFact } from './fact.ts';
import type { Attributes } from './schema.ts';
import type { PageKnowledge } from './target.ts';
import type { Content, Trouble } from './trouble.ts';

/**
 * `:fact`: a number in a sentence. It is a link to where it comes from, the first table with its benchmark
 * or else the notes of its example, with the source in words as its title.
 *
 * @param tables ids of tables by benchmark; undefined inside a link, which can't hold another
 */
export function factContent(
  page: PageKnowledge,
  metric: string,
  attributes: Attributes<'fact'>,
  tables: Map<Benchmark, string> | undefined,
): Content | Trouble {
  const fact = readFact(page, metric, attributes);
  if ('reason' in fact) return fact;
  const { text: value, source, example, benchmark } = fact;
  const children = [{ type: 'text', value } as const];
  const hProperties = { className: ['escapement-fact'] };
  if (!tables) {
    const data = { hName: 'span', hProperties: { ...hProperties, title: source } };
    return [{ type: 'emphasis', children, data }];
  }
  const url = `#${(benchmark && tables.get(benchmark)) ?? `${example}-notes`}`;
  return [{ type: 'link', url, title: source, children, data: { hName: 'a', hProperties } }];
}
