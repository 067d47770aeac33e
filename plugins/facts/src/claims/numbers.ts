import { judgeCondition, needsRun, type Outcome, type Witness } from '../expect/judge.ts';
import { metrics, type ExpectError } from '../expect/types.ts';
import { declaredFunctions } from '../go/functions.ts';
import type { Claim, Expectation, NumberCondition } from './types.ts';

/** A number that is not as claimed, or can't be had. */
export interface NumberFailure {
  claim: Claim;
  expectation: Expectation;
  outcome: Outcome | ExpectError;
}

/**
 * The numbers in claims (`// want allocs/op == 0`) that do not hold. One without a name is about the function
 * that begins on the claim's line: its frame, its cost, or it as a benchmark; on other lines it is about the
 * only benchmark or function of the example.
 *
 * @param runs whether benchmarks ran with this toolchain; their numbers are passed over where they did not
 */
export function failedNumbers(claims: Claim[], witness: Witness, runs: boolean): NumberFailure[] {
  const numeric = claims.filter(({ expectations }) => expectations.some((each) => 'condition' in each));
  if (numeric.length === 0) return [];
  const functions = new Map(
    declaredFunctions(witness.source).map(({ name, lines: [from] }) => [from, name] as const),
  );
  return numeric.flatMap((claim) =>
    claim.expectations.flatMap((expectation): NumberFailure[] => {
      if (!('condition' in expectation)) return [];
      const { condition } = expectation;
      if (!runs && needsRun(condition)) return [];
      const outcome = judgeCondition(about(condition, functions.get(claim.line)), witness);
      return 'holds' in outcome && outcome.holds ? [] : [{ claim, expectation, outcome }];
    }),
  );
}

function about(condition: NumberCondition, func: string | undefined): NumberCondition {
  const { metric, of } = condition.left;
  const kind = metrics[metric].of;
  const named =
    func !== undefined && (kind === 'function' || (kind === 'benchmark' && func.startsWith('Benchmark')));
  return of === undefined && named ? { ...condition, left: { metric, of: func } } : condition;
}
