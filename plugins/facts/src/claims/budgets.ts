import { judgeCondition, type Outcome, type Witness } from '../expect/judge.ts';
import { parseExpect } from '../expect/parse.ts';
import { measureOf } from '../expect/measure.ts';
import { metrics, type ExpectError } from '../expect/types.ts';
import { declaredFunctions, type DeclaredFunction } from '../go/functions.ts';
import type { NumberCondition } from './types.ts';

/** A limit for a number of every example that it is set for. */
export interface Budget {
  condition: NumberCondition;
  /** A `warning` is told and stops nothing. */
  level: 'error' | 'warning';
}

/** A number over its budget. */
export interface Overrun {
  budget: Budget;
  /** 1-based line of the file: of the function or benchmark that is over; absent for a whole example. */
  line?: number;
  /** An error where it is to be compared with something that there is not. */
  outcome: Outcome | ExpectError;
}

/** Reads budgets: `allocs/op <= 2, frame <= 256`; `warn:` in front makes one a warning, `error:` says what it is. */
export function parseBudgets(text: string): Budget[] | ExpectError {
  const conditions = parseExpect(text);
  // Of all that can be expected of an example, only numbers make a budget.
  if (!Array.isArray(conditions)) return /[=!<>~]/.test(text) ? conditions : unfit(text);
  const budgets: Budget[] = [];
  for (const { example: level, ...condition } of conditions) {
    if (condition.kind !== 'number') return unfit(condition.text);
    if (level !== undefined && !LEVELS.includes(level))
      return { reason: `Unexpected level \`${level}\` of a budget`, expected: LEVELS };
    budgets.push({ condition, level: level === 'warn' ? 'warning' : 'error' });
  }
  return budgets;
}

const LEVELS = ['warn', 'error'];

function unfit(text: string): ExpectError {
  const expected = Object.keys(metrics).map((name) => `${name} <= …`);
  return { reason: `Unexpected budget \`${text}\``, expected };
}

/**
 * What is over its budget in one file of an example. A budget without a name holds for each benchmark or
 * function that the file declares, and says nothing where there is none.
 */
export function overBudget(budgets: Budget[], witness: Witness): Overrun[] {
  if (budgets.length === 0) return [];
  const declared = declaredFunctions(witness.source);
  return budgets.flatMap((budget) =>
    targets(budget.condition, witness, declared).flatMap(({ of, line }): Overrun[] => {
      const { left } = budget.condition;
      const condition = { ...budget.condition, left: { ...left, ...(of !== undefined && { of }) } };
      const outcome = judgeCondition(condition, witness);
      // What has no such number keeps to every limit; a name that nothing has is a mistake.
      const unknown = 'reason' in outcome && 'reason' in measureOf(condition.left, witness);
      if (unknown || ('holds' in outcome && outcome.holds)) return [];
      return [{ budget, outcome, ...(line !== undefined && { line }) }];
    }),
  );
}

function targets(
  { left: { metric, of } }: NumberCondition,
  { facts }: Witness,
  declared: DeclaredFunction[],
): { of?: string; line?: number }[] {
  const kind = metrics[metric].of;
  if (kind === 'example') return [{}];
  if (kind === 'function') {
    const wanted = declared.filter(({ name }) => of === undefined || name === of);
    return wanted.map(({ name, lines: [line] }) => ({ of: name, line }));
  }
  return (facts.bench?.benchmarks ?? []).flatMap(({ name }) => {
    const own = declared.find((known) => known.name === name.split('/')[0]);
    const named = of === undefined || name === of || name === `Benchmark${of}`;
    return own && named ? [{ of: name, line: own.lines[0] }] : [];
  });
}
