import { failedNumbers, type Claim, type Problem, type UnitFacts, type Witness } from '@escapement/facts';
import { describeFound } from '../attach/found.ts';
import { withSuggestion } from '../did-you-mean.ts';
import type { Example } from '../page/example.ts';
import { claimPlace } from './claim-place.ts';

/** What is known of an example, for numbers that are its own. */
export function witnessOf({ file, source }: Example, facts: UnitFacts): Witness {
  const benchmarks = facts.bench?.benchmarks ?? [];
  return {
    file,
    source,
    facts,
    benchmark(name) {
      const wanted = benchmarks.filter((known) =>
        name === undefined ? true : known.name === name || known.name === `Benchmark${name}`,
      );
      const [counted] = wanted;
      // Without `bench` on any fence of its package there is nothing to look at.
      if (wanted.length !== 1 || !counted)
        return {
          expected: benchmarks.length > 0 ? benchmarks.map((known) => known.name) : ['`bench` on the fence'],
        };
      const timed = facts.timings?.benchmarks.find((known) => known.name === counted.name);
      return { counted, ...(timed && { timed }) };
    },
    example: () => ({ expected: ['a number of this example'] }),
  };
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
      const place = claimPlace(example, claim);
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
