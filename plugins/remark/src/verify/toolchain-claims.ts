import {
  claimsFor,
  compilesOf,
  failedClaims,
  isInRange,
  needsRun,
  printGoRange,
  witnessesOf,
  type Claim,
  type ClaimFailure,
  type CompileFacts,
  type FileFacts,
  type GoRange,
  type Problem,
  type UnitFacts,
} from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { claimPlace } from './claim-place.ts';
import { numberProblems } from './numbers.ts';

/**
 * Claims that do not hold: those without a release under the Go of the build, those with one
 * (`go1.24 heap`) under each Go of these releases that the example is compiled with.
 */
export function toolchainClaims(example: Example, claims: Claim[], facts: UnitFacts): Problem[] {
  const { compile } = facts;
  const foreign = compilesOf(facts).filter(
    ({ toolchain }) => toolchain.version !== compile.toolchain.version,
  );
  return [
    ...failures(example, claimsFor(claims, compile.toolchain.version, true), facts, true),
    ...foreign.flatMap((other) =>
      failures(example, claimsFor(claims, other.toolchain.version, false), { compile: other }, false),
    ),
    ...unasked(example, claims, compile, foreign),
  ];
}

/** What the claims of a file are judged by. */
export function fileFacts({ file, source }: Example, facts: UnitFacts): FileFacts {
  const { diagnostics, errors } = facts.compile;
  return { file, source, diagnostics, errors, ...witnessesOf(facts) };
}

function failures(example: Example, claims: Claim[], facts: UnitFacts, own: boolean): Problem[] {
  const { version } = facts.compile.toolchain;
  const problems = [
    ...failedClaims(claims, fileFacts(example, facts)).map((failure) => claimProblem(example, failure)),
    ...numberProblems(example, claims, facts, own),
  ];
  return own
    ? problems
    : problems.map((problem) => ({ ...problem, reason: `${problem.reason} (with ${version})` }));
}

function claimProblem(example: Example, { claim, expectation, said }: ClaimFailure): Problem {
  const wanted =
    'word' in expectation
      ? expectation.word
      : JSON.stringify('pattern' in expectation && expectation.pattern);
  return {
    rule: 'claim-failed',
    ...claimPlace(example, claim, expectation),
    reason: `Unexpected ${said.length > 0 ? 'decision' : 'silence'} of the compiler, expected \`${wanted}\``,
    expected: [wanted],
    actual: said.join('\n') || 'nothing',
    note: said.length > 0 ? `The compiler says of this line:\n${said.join('\n')}` : SILENCE,
  };
}

const SILENCE =
  'It says nothing of this line. A claim is about the line that it ends, or alone on a line about the next one.';

/** A claim about a release that nothing is compiled with would never be checked. */
function unasked(example: Example, claims: Claim[], own: CompileFacts, foreign: CompileFacts[]): Problem[] {
  const versions = [own, ...foreign].map(({ toolchain }) => toolchain.version);
  return claims.flatMap((claim) =>
    claim.expectations.flatMap((expectation): Problem[] => {
      const { go } = expectation;
      const measured = 'condition' in expectation && needsRun(expectation.condition);
      const tried = measured ? versions.slice(0, 1) : versions;
      if (!go || tried.some((version) => isInRange(version, go))) return [];
      return [
        { rule: 'claim-failed', ...claimPlace(example, claim, expectation), ...unchecked(go, measured) },
      ];
    }),
  );
}

function unchecked(go: GoRange, measured: boolean): Pick<Problem, 'reason' | 'note'> {
  const range = printGoRange(go);
  return {
    reason: `Unexpected claim about ${range}: the example is not ${measured ? 'run' : 'compiled'} with it`,
    note: measured
      ? 'Programs and benchmarks run with the Go of the build alone.'
      : `Ask for it at the fence: go="1.${go.from}"`,
  };
}
