import type { Directives } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { termNode } from '../attach/term.ts';
import { didYouMean } from '../did-you-mean.ts';
import { nameOf, type Glossary } from '../page/glossary.ts';
import type { Content, Trouble } from './trouble.ts';

/** The word of a `:term[frame]` with its explanation from the glossary. */
export function termContent(
  node: Directives,
  glossary: Glossary,
  { of }: { of?: string | undefined },
): Content | Trouble {
  const words = toString(node);
  const term = glossary.get(nameOf(of ?? words));
  // The place makes the id unique on the page, and the same in every build.
  const { line, column } = node.position?.start ?? { line: 0, column: 0 };
  if (term) return [termNode(words, term, `term-${line}-${column}`)];
  const names = [...glossary.values()].map(({ name }) => name);
  const near = didYouMean(of ?? words, names);
  return {
    rule: 'term-unknown',
    reason: `Unexpected term \`${of ?? words}\`: the glossary has no such heading${near}`,
    expected: names,
  };
}
