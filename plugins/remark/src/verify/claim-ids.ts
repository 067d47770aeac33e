import type { PageClaim, Problem } from '@escapement/facts';

/** Claims whose id another claim of the site has already: links to them would go astray. */
export function duplicateClaims(claims: PageClaim[]): Problem[] {
  const first = new Map<string, PageClaim>();
  return claims.flatMap((claim): Problem[] => {
    const { id, page, line, column } = claim;
    const known = first.get(id);
    if (!known) {
      first.set(id, claim);
      return [];
    }
    return [
      {
        rule: 'id-duplicate',
        path: page,
        start: { line, column },
        end: { line, column: column + id.length },
        reason: `Unexpected second claim \`${id}\`: the first is at ${known.page}:${known.line}`,
      },
    ];
  });
}
