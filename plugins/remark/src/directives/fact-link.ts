import type { Benchmark } from '@escapement/facts';
import type { TextDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { readFact, type Fact } from './fact.ts';
import { valueTrouble } from './fact-value.ts';
import type { Attributes } from './schema.ts';
import type { PageKnowledge } from './target.ts';
import type { Content, Trouble } from './trouble.ts';

/**
 * `:fact`: a number in a sentence. It is a link to where it comes from, the first table with its benchmark
 * or else the notes of its example, with the source in words as its title. It is shown also where the `value`
 * that its author keeps of it is not right.
 *
 * @param text the page
 * @param tables ids of tables by benchmark; undefined inside a link, which can't hold another
 */
export function factContent(
  node: TextDirective,
  text: string,
  page: PageKnowledge,
  attributes: Attributes<'fact'>,
  tables: Map<Benchmark, string> | undefined,
): Content | Trouble {
  const metric = toString(node);
  const fact = readFact(page, metric, attributes);
  if ('reason' in fact) return fact;
  const content = linkTo(fact, tables);
  const trouble =
    attributes.value === undefined ? undefined : valueTrouble(node, text, attributes.value, metric, fact);
  return trouble ? { ...trouble, content } : content;
}

function linkTo(
  { text: value, source, example, benchmark }: Fact,
  tables: Map<Benchmark, string> | undefined,
): Content {
  const children = [{ type: 'text', value } as const];
  const hProperties = { className: ['escapement-fact'] };
  if (!tables) {
    const data = { hName: 'span', hProperties: { ...hProperties, title: source } };
    return [{ type: 'emphasis', children, data }];
  }
  const url = `#${(benchmark && tables.get(benchmark)) ?? `${example}-notes`}`;
  return [{ type: 'link', url, title: source, children, data: { hName: 'a', hProperties } }];
}
