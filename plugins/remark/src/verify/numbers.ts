import { failedNumbers, type Claim, type Problem, type UnitFacts, type Witness } from '@escapement/facts';
import { describeFound } from '../attach/found.ts';
import { witnessIn } from '../directives/witness.ts';
import { withSuggestion } from '../did-you-mean.ts';
import type { Example } from '../page/example.ts';
import { claimPlace } from './claim-place.ts';

/** What is known of an example, for numbers that are its own. */
export function witnessOf(example: Example, facts: UnitFacts): Witness {
  return witnessIn({ examples: [example], facts: new Map([[example.unit, facts]]) }, example, facts);
}

/** Problems of the numbers that the claims of an example assert: `// want allocs/op == 0`. */
export function numberProblems(
  example: Example,
  claims: Claim[],
  facts: UnitFacts,
  runs: boolean,
): Problem[] {
  // A benchmark that failed has told so already.
  if (example.meta.fails || facts.bench?.failure) return [];
  return failedNumbers(claims, witnessOf(example, facts), runs).map(
    ({ claim, expectation, outcome }): Problem => {
      const wanted = 'condition' in expectation ? expectation.condition.text : '';
      const place = claimPlace(example, claim, expectation);
      if ('reason' in outcome) return { rule: 'claim-failed', ...place, ...withSuggestion(outcome) };
      const found = describeFound(outcome.found);
      return {
        rule: 'claim-failed',
        ...place,
        reason: `Unexpected number: ${found}, expected \`${wanted}\``,
        expected: [wanted],
        actual: found,
      };
    },
  );
}
