import { failedClaims, parseClaims, type Claim, type Expectation, type UnitFacts } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import type { PublishedClaim } from './schema.ts';

/** The claims about the lines that an example shows, each with what the compiler says of its line. */
export function publishClaims(example: Example, address: string, { compile }: UnitFacts): PublishedClaim[] {
  const { file, source, shown, id } = example;
  const { diagnostics, errors, codegen, toolchain } = compile;
  const { claims } = parseClaims(source);
  const facts = { file, source, diagnostics, errors, ...(codegen && { codegen }) };
  const refuted = new Set(failedClaims(claims, facts).map(({ expectation }) => expectation));
  return claims.flatMap((claim) => {
    const line = shown.lines.indexOf(claim.line) + 1;
    if (line === 0) return [];
    const about = shown.code.split('\n')[line - 1]!.trim();
    return claim.expectations.map((expectation, at): PublishedClaim => ({
      id: `${address}#${id}:${line}${claim.expectations.length > 1 ? `.${at + 1}` : ''}`,
      page: address,
      ...placeOf(example, claim),
      example: id,
      about,
      expected: expected(expectation),
      verdict: refuted.has(expectation) ? 'refuted' : 'confirmed',
      goVersions: [toolchain.version],
      evidence: evidenceOn(claim.line, example, compile),
    }));
  });
}

function placeOf({ origin, page, place }: Example, { at }: Claim): { path: string; line: number } {
  const located = locateUnits(origin, at.line, at.column);
  return located ? { path: located.path, line: located.start.line } : { path: page, line: place.line };
}

function expected(expectation: Expectation): PublishedClaim['expected'] {
  return 'word' in expectation ? { word: expectation.word } : { message: expectation.pattern };
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
