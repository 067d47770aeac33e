import type { PageClaim, Problem } from '@escapement/facts';

/** Claims whose id another claim of the site has already: links to them would go astray. */
export function duplicateClaims(claims: PageClaim[]): Problem[] {
  const first = new Map<string, PageClaim>();
  return claims.flatMap((claim): Problem[] => {
    const known = first.get(claim.id);
    if (!known) {
      first.set(claim.id, claim);
      return [];
    }
    return [
      {
        rule: 'id-duplicate',
        path: claim.page,
        start: { line: claim.line, column: 1 },
        reason: `Unexpected second claim \`${claim.id}\`: the first is at ${known.page}:${known.line}`,
      },
    ];
  });
}
