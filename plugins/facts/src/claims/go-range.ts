import type { Claim, GoRange } from './types.ts';

/** Reads `go1.24`, `go1.22-1.24` or `go1.25+`; undefined for any other word. */
export function readGoRange(text: string): GoRange | undefined {
  const [, from, open, to] = /^go1\.(\d+)(?:(\+)|[-–](?:go)?1\.(\d+))?$/.exec(text) ?? [];
  if (from === undefined || Number(to ?? from) < Number(from)) return undefined;
  return { from: Number(from), ...(!open && { to: Number(to ?? from) }) };
}

/** Whether a release (`go1.26.8`) is in a range. */
export function isInRange(release: string, { from, to = Infinity }: GoRange): boolean {
  const minor = Number(/^go1\.(\d+)/.exec(release)?.[1] ?? NaN);
  return from <= minor && minor <= to;
}

/** A range as its author writes it. */
export function printGoRange({ from, to }: GoRange): string {
  if (to === undefined) return `go1.${from}+`;
  return from === to ? `go1.${from}` : `go1.${from}-1.${to}`;
}

/**
 * The claims that are about one release, without those of their expectations that are about others.
 *
 * @param own whether it is the release of the build, of which claims without a range speak
 */
export function claimsFor(claims: Claim[], release: string, own: boolean): Claim[] {
  return claims
    .map((claim) => ({
      ...claim,
      expectations: claim.expectations.filter(({ go }) => (go ? isInRange(release, go) : own)),
    }))
    .filter(({ expectations }) => expectations.length > 0);
}
