import { claimVerdicts, type ClaimVerdict } from '@escapement/facts';
import type { PublishedSite, SitePage } from '@escapement/remark';

/** The claims of a site that have come to the same verdict. */
export interface ClaimGroup {
  verdict: ClaimVerdict;
  claims: ListedClaim[];
}

/** A claim in a sentence, as a list of all of them shows it. */
type ListedClaim = SitePage['claims'][number] & {
  sentence: string;
  /** Its place on its page. */
  address: string;
  /** Title of that page. */
  title: string;
};

/**
 * The claims that a site makes in sentences, by their verdict: confirmed, refuted, depends; each group in the
 * order of its ids (`C9` before `C10`, words behind numbered ones), and none without a claim. Claims in comments
 * of the code stand beside their line already, and are not among them.
 *
 * @param under keeps to the pages whose address begins so, as `/guide/`
 */
export function claimsByVerdict({ pages }: PublishedSite, under = ''): ClaimGroup[] {
  const chosen = pages.filter(({ facts }) => facts.address.startsWith(under));
  const listed = chosen.flatMap(({ facts, claims }) =>
    claims.flatMap((claim) =>
      claim.sentence === undefined
        ? []
        : {
            ...claim,
            sentence: claim.sentence,
            address: `${claim.page}#${claim.id}`,
            title: facts.title,
          },
    ),
  );
  return claimVerdicts.flatMap((verdict): ClaimGroup[] => {
    const claims = listed.filter((claim) => claim.verdict === verdict).toSorted(byId);
    return claims.length > 0 ? [{ verdict, claims }] : [];
  });
}

function byId(a: ListedClaim, b: ListedClaim): number {
  return Number(isNumbered(b)) - Number(isNumbered(a)) || collator.compare(a.id, b.id);
}

function isNumbered({ id }: ListedClaim): boolean {
  return /\d/.test(id);
}

const collator = new Intl.Collator('en', { numeric: true });
