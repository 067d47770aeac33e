import {
  compilesOf,
  isInRange,
  parseClaims,
  type Expectation,
  type PageClaim,
  type Problem,
  type UnitFacts,
} from '@escapement/facts';
import { isInExample } from '../attach/page.ts';
import type { Example } from '../page/example.ts';
import { claimPlace } from '../verify/claim-place.ts';
import type { PublishedClaim } from './schema.ts';

/**
 * The claims about the lines that an example shows, each with what the compiler says of its line. Nothing is
 * known of those of an example that is broken otherwise: a server for writing publishes such pages too.
 *
 * @param problems all of the page
 */
export function publishClaims(
  example: Example,
  address: string,
  facts: UnitFacts,
  problems: Problem[],
): PublishedClaim[] {
  if (problems.some((problem) => problem.rule !== 'claim-failed' && isInExample(problem, example))) return [];
  const { source, shown, id } = example;
  const { claims } = parseClaims(source);
  const refuted = refutedBy(problems);
  const versions = compilesOf(facts).map(({ toolchain }) => toolchain.version);
  return claims.flatMap((claim) => {
    const line = shown.lines.indexOf(claim.line) + 1;
    if (line === 0) return [];
    const about = shown.code.split('\n')[line - 1]!.trim();
    return claim.expectations.map((expectation, at): PublishedClaim => {
      const place = claimPlace(example, claim, expectation);
      return {
        id: `${address}#${id}:${line}${claim.expectations.length > 1 ? `.${at + 1}` : ''}`,
        page: address,
        path: place.path,
        line: place.start.line,
        examples: [id],
        about,
        expected: expected(expectation),
        verdict: refuted(place) ? 'refuted' : 'confirmed',
        goVersions: [...new Set(versions.filter((version, nth) => isAbout(expectation, version, nth === 0)))],
        evidence: evidenceOn(claim.line, example, facts.compile),
      };
    });
  });
}

/** A claim in a sentence. */
export function publishSentence(
  { id, page, line, sentence, expect, expected: teaches, verdict, condition, evidence }: PageClaim,
  address: string,
): PublishedClaim {
  return {
    id,
    page: address,
    path: page,
    line,
    examples: [...new Set(evidence.map(({ example }) => example))],
    sentence,
    expected: { condition: expect },
    teaches,
    verdict,
    ...(condition && { condition }),
    goVersions: [...new Set(evidence.map(({ toolchain }) => toolchain.split(' ')[0]!))],
    evidence: evidence.map(
      ({ example, toolchain, holds, found }) =>
        `${example}, ${toolchain}: ${holds ? 'yes' : 'no'}, ${found.join('; ')}`,
    ),
  };
}

function expected(expectation: Expectation): PublishedClaim['expected'] {
  if ('word' in expectation) return { word: expectation.word };
  return 'pattern' in expectation
    ? { message: expectation.pattern }
    : { condition: expectation.condition.text };
}

function isAbout({ go }: Expectation, version: string, own: boolean): boolean {
  return go ? isInRange(version, go) : own;
}

/** A problem tells of a claim by its place. */
function refutedBy(problems: Problem[]): (place: Pick<Problem, 'path' | 'start'>) => boolean {
  const key = ({ path, start }: Pick<Problem, 'path' | 'start'>) => `${path}:${start.line}:${start.column}`;
  const places = new Set(problems.filter(({ rule }) => rule === 'claim-failed').map(key));
  return (place) => places.has(key(place));
}

function evidenceOn(
  line: number,
  { file }: Example,
  { diagnostics, errors, codegen }: UnitFacts['compile'],
): string[] {
  const here = (pos?: { file: string; line: number }) => pos?.file === file && pos.line === line;
  const said = [...diagnostics.filter(({ flows }) => !flows), ...errors].filter(({ pos }) => here(pos));
  const calls = (codegen?.allocations ?? []).filter(({ pos }) => here(pos));
  return [
    ...new Set([...said.map(({ message }) => message), ...calls.map(({ symbol }) => `calls ${symbol}`)]),
  ];
}
