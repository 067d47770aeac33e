import {
  overBudget,
  parseBudgets,
  type Budget,
  type Point,
  type Problem,
  type UnitFacts,
} from '@escapement/facts';
import { parseDocument, isSeq, isScalar, LineCounter } from 'yaml';
import type { Root } from 'mdast';
import { describeFound } from '../attach/found.ts';
import type { Example } from '../page/example.ts';
import { locate } from '../page/locate.ts';
import { withSuggestion } from '../did-you-mean.ts';
import { witnessOf } from './numbers.ts';
import { atFence } from './place.ts';

/** What is over the budgets of the site, the page and the fence. */
export function budgetProblems(example: Example, facts: UnitFacts, budgets: Budget[]): Problem[] {
  const own = example.meta.budget === undefined ? [] : parseBudgets(example.meta.budget);
  if (!Array.isArray(own)) return [{ rule: 'budget-syntax', ...atFence(example), ...withSuggestion(own) }];
  return overBudget([...budgets, ...own], witnessOf(example, facts)).map(({ budget, line, outcome }) => {
    const place = line === undefined ? undefined : locate(example.origin, example.source, { line });
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
    const text = isScalar(item) ? String(item.value) : '';
    const read = parseBudgets(text);
    if (Array.isArray(read)) budgets.push(...read);
    else {
      const offset = (item as { range?: [number, number, number] }).range?.[0] ?? 0;
      problems.push({ rule: 'budget-syntax', path, start: line(offset), ...withSuggestion(read) });
    }
  }
  return { budgets, problems };
}
