import { parseClaims, unclaimedHeap, type Budget, type Problem, type UnitFacts } from '@escapement/facts';
import type { PageKnowledge } from '../directives/target.ts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import { budgetProblems } from './budgets.ts';
import { compileProblems } from './compile.ts';
import { didYouMean } from '../did-you-mean.ts';
import { isUnknown, lackingProblems } from './lacking.ts';
import { atFence, atWord } from './place.ts';
import { verifyRuns } from './runs.ts';
import { fileFacts, toolchainClaims } from './toolchain-claims.ts';
import { variantProblems } from './variants.ts';

/** Everything that is wrong with one example, given what the toolchain said of its unit. */
export function verifyExample(
  example: Example,
  facts: UnitFacts,
  budgets: Budget[],
  page: Pick<PageKnowledge, 'examples' | 'facts'>,
): Problem[] {
  if (isUnknown(facts)) return lackingProblems(example, facts);
  const { errors } = facts.compile;
  // An endless compile is no proof that the example must not compile.
  if (errors.some(({ limit }) => limit) || (errors.length > 0 && !example.meta.fails))
    return compileProblems(example, errors, { siblings: siblingsOf(example, page) });
  const variants = variantProblems(example, facts);
  if (variants.length > 0) return variants;
  if (errors.length === 0 && example.meta.fails) return [compiles(example)];
  const claims = claimProblems(example, facts);
  return errors.length > 0
    ? claims
    : [
        ...claims,
        ...verifyRuns(example, facts),
        ...lackingProblems(example, facts),
        ...budgetProblems(example, facts, budgets, page),
      ];
}

/** The other examples of the page in the same package. */
function siblingsOf(example: Example, { examples }: Pick<PageKnowledge, 'examples'>): Example[] {
  return examples.filter((other) => other !== example && other.unit === example.unit);
}

function compiles(example: Example): Problem {
  return {
    rule: 'example-compiles',
    ...atWord(example, 'fails'),
    reason: 'Unexpected success: the example is marked `fails`, and it compiles',
    note: 'Take `fails` away, or make the example as wrong as the page says that it is.',
  };
}

function claimProblems(example: Example, facts: UnitFacts): Problem[] {
  const { origin, source, meta } = example;
  const { claims, errors } = parseClaims(source);
  const unreadable = errors.map(({ line, start, end, reason, ...rest }): Problem => {
    const located = locateUnits(origin, line, start) ?? atFence(example);
    const length = { line: located.start.line, column: located.start.column + end - start };
    const [word = ''] = rest.actual.split(/[\s(]/);
    return {
      rule: 'claim-syntax',
      ...located,
      end: length,
      reason: reason + didYouMean(word, rest.expected ?? []),
      ...rest,
    };
  });
  const unclaimed = meta.strict
    ? unclaimedHeap(claims, fileFacts(example, facts)).map(({ line, said }) =>
        missingClaim(example, line, said),
      )
    : [];
  return [...unreadable, ...toolchainClaims(example, claims, facts), ...unclaimed];
}

function missingClaim(example: Example, line: number, said: string[]): Problem {
  const text = example.source.split('\n')[line - 1] ?? '';
  const located = locateUnits(example.origin, line, text.length - text.trimStart().length);
  return {
    rule: 'claim-missing',
    ...(located ?? atFence(example)),
    reason: 'Unexpected heap allocation without a claim in a `strict` example',
    expected: ['// want heap'],
    actual: said.join('\n'),
    note: `The compiler says of this line:\n${said.join('\n')}`,
  };
}
