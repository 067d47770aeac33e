import {
  compilesOf,
  isInRange,
  parseClaims,
  type Claim,
  type Expectation,
  type PageClaim,
  type Problem,
  type UnitFacts,
} from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import { claimPlace } from '../verify/claim-place.ts';
import { toolchainClaims } from '../verify/toolchain-claims.ts';
import type { PublishedClaim } from './schema.ts';

/** The claims about the lines that an example shows, each with what the compiler says of its line. */
export function publishClaims(example: Example, address: string, facts: UnitFacts): PublishedClaim[] {
  const { source, shown, id } = example;
  const { claims } = parseClaims(source);
  const refuted = refutedBy(toolchainClaims(example, claims, facts));
  const versions = compilesOf(facts).map(({ toolchain }) => toolchain.version);
  return claims.flatMap((claim) => {
    const line = shown.lines.indexOf(claim.line) + 1;
    if (line === 0) return [];
    const about = shown.code.split('\n')[line - 1]!.trim();
    return claim.expectations.map((expectation, at): PublishedClaim => ({
      id: `${address}#${id}:${line}${claim.expectations.length > 1 ? `.${at + 1}` : ''}`,
      page: address,
      ...placeOf(example, claim),
      examples: [id],
      about,
      expected: expected(expectation),
      verdict: refuted(claimPlace(example, claim)) ? 'refuted' : 'confirmed',
      goVersions: [...new Set(versions.filter((version, nth) => isAbout(expectation, version, nth === 0)))],
      evidence: evidenceOn(claim.line, example, facts.compile),
    }));
  });
}

function placeOf({ origin, page, place }: Example, { at }: Claim): { path: string; line: number } {
  const located = locateUnits(origin, at.line, at.column);
  return located ? { path: located.path, line: located.start.line } : { path: page, line: place.line };
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
  const places = new Set(problems.map(key));
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
