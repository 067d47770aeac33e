import {
  overBudget,
  parseBudgets,
  type Budget,
  type Point,
  type Problem,
  type UnitFacts,
  type Witness,
} from '@escapement/facts';
import { parseDocument, isSeq, isScalar, LineCounter } from 'yaml';
import type { Root } from 'mdast';
import { describeFound } from '../attach/found.ts';
import type { PageKnowledge } from '../directives/target.ts';
import { witnessIn } from '../directives/witness.ts';
import type { Example } from '../page/example.ts';
import { locate } from '../page/locate.ts';
import { withSuggestion } from '../did-you-mean.ts';
import { witnessOf } from './numbers.ts';
import { atFence, atWord } from './place.ts';

/**
 * What is over the budgets of the site, the page and the fence. A budget can compare with another example of the page;
 * a name means what stands in the example itself, where that has one.
 */
export function budgetProblems(
  example: Example,
  facts: UnitFacts,
  budgets: Budget[],
  page: Pick<PageKnowledge, 'examples' | 'facts'>,
): Problem[] {
  const own = example.meta.budget === undefined ? [] : parseBudgets(example.meta.budget);
  if (!Array.isArray(own))
    return [{ rule: 'budget-syntax', ...atWord(example, 'budget'), ...withSuggestion(own) }];
  const near = witnessOf(example, facts);
  const witness: Witness = {
    ...witnessIn(page, example, facts),
    benchmark(name) {
      const found = near.benchmark(name);
      return 'expected' in found ? witnessIn(page, example, facts).benchmark(name) : found;
    },
  };
  const first = page.examples.find(({ unit }) => unit === example.unit);
  // The rate is that of the whole package: it is told once.
  const limits = [...budgets, ...own].filter(
    ({ condition }) => condition.left.metric !== 'escape rate' || first?.id === example.id,
  );
  return overBudget(limits, witness).map(({ budget, line, outcome }) => {
    const place = line === undefined ? undefined : locate(example.origin, example.source, { line });
    if ('reason' in outcome)
      return { rule: 'budget-syntax', ...(place ?? atFence(example)), ...withSuggestion(outcome) };
    const found = describeFound(outcome.found);
    return {
      rule: 'budget-over',
      ...(place ?? atFence(example)),
      ...(budget.level === 'warning' && { level: 'warning' }),
      reason: `Unexpected cost: ${found}, over the budget \`${budget.condition.text}\``,
      expected: [budget.condition.text],
      actual: found,
    };
  });
}

/** The budgets of the site's options, whose schema has refused those that can't be read. */
export function siteBudgets(texts: string[]): Budget[] {
  return texts.flatMap((text) => {
    const read = parseBudgets(text);
    return Array.isArray(read) ? read : [];
  });
}

const NO_LIST = {
  reason: 'Unexpected value of `budgets`: it is no list of budgets',
  expected: ['- frame <= 128'],
};

/** The budgets in the frontmatter of a page, with what is wrong with them at its line. */
export function pageBudgets(
  { children: [first] }: Root,
  path: string,
): { budgets: Budget[]; problems: Problem[] } {
  if (first?.type !== 'yaml') return { budgets: [], problems: [] };
  const lineCounter = new LineCounter();
  const list = parseDocument(first.value, { lineCounter }).get('budgets', true);
  if (list === undefined) return { budgets: [], problems: [] };
  const line = (offset: number): Point => {
    const { line: row, col } = lineCounter.linePos(offset);
    return { line: first.position!.start.line + row, column: col };
  };
  const budgets: Budget[] = [];
  const problems: Problem[] = [];
  for (const item of isSeq(list) ? list.items : [list]) {
    const read = isScalar(item) ? parseBudgets(String(item.value)) : NO_LIST;
    if (Array.isArray(read)) budgets.push(...read);
    else {
      const offset = (item as { range?: [number, number, number] }).range?.[0] ?? 0;
      problems.push({ rule: 'budget-syntax', path, start: line(offset), ...withSuggestion(read) });
    }
  }
  return { budgets, problems };
}
