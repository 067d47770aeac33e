import type { PublishedSentence } from '../publish/schema.ts';
import { isSilent } from './silent.ts';
import type { Change, DiffSide } from './types.ts';

/**
 * Claims in sentences that are new or gone, that have another verdict, or of which something else was found. They are
 * matched by their id, which is unique on a site. A claim on an example that is broken on either side is left out: it
 * was not judged there.
 *
 * @returns also how many claims there are on either side; none where one side does not tell of claims
 */
export function diffClaims(before: DiffSide, after: DiffSide): { count: number; changes: Change[] } {
  if (!tellsClaims(before) || !tellsClaims(after)) return { count: 0, changes: [] };
  const [left, right] = [claimsOf(before), claimsOf(after)];
  const ids = [...right.keys(), ...[...left.keys()].filter((id) => !right.has(id))];
  const broken = new Set([...brokenIn(before), ...brokenIn(after)]);
  const changes = ids.flatMap((id): Change[] => {
    const [one, other] = [left.get(id), right.get(id)];
    const { page } = (other ?? one)!;
    const tried = [one, other].flatMap((claim) => claim?.evidence.map(({ example }) => example) ?? []);
    if (tried.some((example) => broken.has(`${page}#${example}`))) return [];
    return diffClaim(one, other).map((change) => ({ page, claim: id, ...change }));
  });
  return { count: ids.length, changes };
}

type Claim = PublishedSentence & { page: string };
type Evidence = PublishedSentence['evidence'][number];
type ClaimChange = Pick<Change, 'kind' | 'subject' | 'before' | 'after'>;

function diffClaim(before?: Claim, after?: Claim): ClaimChange[] {
  const verdict = changed('claim', '', before?.verdict, after?.verdict);
  return before && after ? [...verdict, ...diffEvidence(before, after)] : verdict;
}

function diffEvidence(before: Claim, after: Claim): ClaimChange[] {
  const left = [...before.evidence];
  const take = (fits: (one: Evidence) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  // A page that asks for two releases is tried on both whichever is its own: first of all, like with like.
  const same = after.evidence.map(({ example, toolchain }) =>
    take((one) => one.example === example && one.toolchain === toolchain),
  );
  const changes = after.evidence.flatMap((other, at) => {
    const one = same[at] ?? take(({ example }) => example === other.example);
    if (one && isSame(one, other)) return [];
    return changed('evidence', subjectOf(other, after), one && words(one), words(other));
  });
  return [
    ...changes,
    ...left.flatMap((one) => changed('evidence', subjectOf(one, before), words(one), undefined)),
  ];
}

/** The example; behind it the release or target, where that is another than the example's own. */
function subjectOf({ example, toolchain }: Evidence, { evidence }: Claim): string {
  const own = evidence.find((one) => one.example === example)!;
  return own.toolchain === toolchain ? example : `${example} (${toolchain})`;
}

/**
 * Whether nothing but what differs in every run is not the same: times, the collector's numbers. Conditions that need a
 * run are tried on the example's own toolchain alone, so that there may be fewer.
 */
function isSame(one: Evidence, other: Evidence): boolean {
  const steady = ({ found }: Evidence) => found.filter((part) => !/^(?:ns\/op|gc )/.test(part)).join('; ');
  if (one.holds !== other.holds) return false;
  return one.found.length !== other.found.length || steady(one) === steady(other);
}

function changed(
  kind: Change['kind'],
  subject: string,
  before: string | undefined,
  after: string | undefined,
): ClaimChange[] {
  if (before === after) return [];
  return [{ kind, subject, ...(before && { before }), ...(after && { after }) }];
}

function words({ holds, found }: Evidence): string {
  return `${holds ? 'yes' : 'no'}, ${found.join('; ')}`;
}

function tellsClaims({ pages }: DiffSide): boolean {
  return pages.every(({ claims }) => claims !== undefined);
}

function claimsOf({ pages }: DiffSide): Map<string, Claim> {
  return new Map(
    pages.flatMap(({ path, claims = [] }) => claims.map((claim) => [claim.id, { ...claim, page: path }])),
  );
}

function brokenIn({ pages }: DiffSide): string[] {
  return pages.flatMap(({ path, examples }) =>
    examples
      .filter((example) => example.status === 'broken' && isSilent(example))
      .map(({ id }) => `${path}#${id}`),
  );
}
