import {
  compilesOf,
  judgeCondition,
  needsRun,
  parseExpect,
  printToolchain,
  type ClaimEvidence,
  type ClaimVerdict,
  type Condition,
  type ExpectError,
  type Outcome,
  type PageClaim,
  type RuleId,
  type UnitFacts,
} from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { describeFound } from '../attach/found.ts';
import { withSuggestion } from '../did-you-mean.ts';
import { conditionOf, verdictOf, type Trial } from './claim-verdict.ts';
import { findExample, toldOf, type PageKnowledge } from './target.ts';
import { witnessIn } from './witness.ts';

/** What an author writes in the braces of `:::claim`. */
export interface ClaimRequest {
  id: string;
  of: string;
  expect: string;
  verdict: ClaimVerdict;
}

/** Why a claim can't be judged, or that it has come out otherwise than the page teaches. */
export interface ClaimTrouble {
  rule: RuleId;
  reason: string;
  expected?: string[];
  actual?: string;
  note?: string;
  culprit?: string;
}

/** What is judged: all but where it stands. */
export type JudgedClaim = Omit<PageClaim, 'page' | 'line' | 'column' | 'sentence'>;

/**
 * Judges a claim on every example that it names, and on every other Go version or target that an example
 * asks for: confirmed where all say so, refuted where none does, and otherwise it depends. Of examples of
 * which nothing is known, no claim is judged.
 */
export function judgeClaim(
  page: PageKnowledge,
  { id, of, expect, verdict: expected }: ClaimRequest,
): { claim?: JudgedClaim; trouble?: ClaimTrouble } {
  const conditions = parseExpect(expect);
  if (!Array.isArray(conditions)) return { trouble: unreadable(conditions) };
  const names = of.split(/\s+/);
  const stray = conditions.find(({ example }) => example !== undefined && !names.includes(example));
  if (stray) return { trouble: unreadable(strayError(stray.example!, names)) };
  const trials: Trial[] = [];
  for (const name of names) {
    const example = findExample(page, name);
    if ('reason' in example) return { trouble: { rule: 'directive-target', ...example } };
    const facts = toldOf(page, example);
    if (!facts) continue;
    const own = conditions.filter((condition) => (condition.example ?? name) === name);
    for (const compile of compilesOf(facts)) {
      const foreign = compile !== facts.compile;
      const judged = judgeAll(own, example, foreign ? { compile } : facts, foreign, page);
      if ('reason' in judged) return { trouble: unreadable(judged) };
      if (judged.evidence.found.length > 0) trials.push(judged);
    }
  }
  if (trials.length === 0) return {};
  const verdict = verdictOf(trials);
  const condition = verdict === 'depends' ? conditionOf(trials) : undefined;
  const evidence = trials.map((trial) => trial.evidence);
  const claim = { id, expect, expected, verdict, ...(condition && { condition }), evidence };
  return verdict === expected ? { claim } : { claim, trouble: otherVerdict(claim) };
}

function judgeAll(
  conditions: Condition[],
  example: Example,
  facts: UnitFacts,
  foreign: boolean,
  page: PageKnowledge,
): Trial | ExpectError {
  const { id } = example;
  const witness = witnessIn(page, example, facts);
  const outcomes: Outcome[] = [];
  for (const condition of conditions) {
    if (foreign && needsRun(condition)) continue;
    const outcome = judgeCondition(condition, witness);
    if ('reason' in outcome) return outcome;
    outcomes.push(outcome);
  }
  const evidence: ClaimEvidence = {
    example: id,
    toolchain: printToolchain(facts.compile.toolchain),
    holds: outcomes.every(({ holds }) => holds),
    found: outcomes.map(({ found }) => describeFound(found)),
  };
  return { evidence, title: example.meta.title ?? id };
}

/** A condition about an example that the claim is not tried on would never be checked. */
function strayError(name: string, names: string[]): ExpectError {
  return { reason: `Unexpected \`${name}\`: the claim is not about that example`, expected: names };
}

function unreadable(error: ExpectError): ClaimTrouble {
  const culprit = error.name ?? /`([^`]+)`/.exec(error.reason)?.[1] ?? 'expect';
  return { rule: 'claim-expect', culprit, ...withSuggestion(error) };
}

function otherVerdict({ id, verdict, expected, expect, condition, evidence }: JudgedClaim): ClaimTrouble {
  const lines = evidence.map(
    ({ example, toolchain, holds, found }) =>
      `${holds ? 'holds' : 'does not hold'} in ${example} (${toolchain}): ${found.join('; ')}`,
  );
  return {
    rule: 'claim-verdict',
    culprit: expect,
    reason: `Unexpected verdict *${verdict}* of claim ${id}, expected *${expected}*`,
    expected: [expected],
    actual: verdict,
    note: [
      `Of \`${expect}\` the build found:`,
      ...lines,
      condition,
      `If the page teaches that, write verdict=${verdict}.`,
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
  };
}
