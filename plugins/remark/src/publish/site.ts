import type { Toolchain, Verdict } from '@escapement/facts';
import { verdictWords } from '@escapement/facts';
import { attachFacts } from '../attach/page.ts';
import type { Options } from '../options.ts';
import { pageAddress } from '../page/address.ts';
import { readFrontmatter } from '../page/frontmatter.ts';
import type { VerifiedPage } from '../verify/page.ts';
import { publishClaims, publishSentence } from './claims.ts';
import { publishExample } from './example.ts';
import { pageMarkdown } from './markdown.ts';
import type { PublishedClaim, PublishedCounts, PublishedPage } from './schema.ts';

/** All that a site tells machines; how it is laid out in files is the host's affair. */
export interface PublishedSite {
  go?: Toolchain;
  counts: PublishedCounts;
  pages: SitePage[];
}

/** One page for machines. */
export interface SitePage {
  facts: PublishedPage;
  claims: PublishedClaim[];
  /** The page as plain Markdown, with its results in it. */
  markdown: string;
}

/**
 * What is published of verified pages, in the order of their addresses. Drafts, parts (`_name.md`) and
 * the page for errors are left out, as hosts leave them out of the site. The trees of the pages are used up.
 *
 * @param base what stands in front of every address, without a slash at its end
 * @param known what an earlier build published of the same page, where it did
 */
export function publishSite(
  pages: VerifiedPage[],
  options: Places,
  base = '',
  known: (page: VerifiedPage) => SitePage | undefined = () => undefined,
): PublishedSite {
  const published = pages
    .filter(isPublic)
    .map((page) => known(page) ?? publishPage(page, options, base))
    .toSorted((a, b) => (a.facts.address < b.facts.address ? -1 : 1));
  const go = published.flatMap(({ facts }) => facts.examples)[0]?.toolchain;
  return { ...(go && { go }), counts: countSite(published), pages: published };
}

/** Where the content folders are, and where their pages stand. */
type Places = Pick<Options, 'content' | 'addresses'>;

/** The counts of pages together. */
export function countSite(pages: SitePage[]): PublishedCounts {
  const examples = pages.flatMap(({ facts }) => facts.examples);
  const sites = examples.flatMap((example) => example.sites);
  const claims = pages.flatMap((page) => page.claims);
  const verdicts = Object.keys(verdictWords) as Verdict[];
  const ofVerdict = (wanted: Verdict) => sites.filter(({ verdict }) => verdict === wanted).length;
  return {
    pages: pages.length,
    examples: examples.length,
    sites: Object.fromEntries(verdicts.map((verdict) => [verdict, ofVerdict(verdict)])) as Record<
      Verdict,
      number
    >,
    claims: claims.length,
    benchmarks: examples.reduce((total, { benchmarks = [] }) => total + benchmarks.length, 0),
    programs: examples.filter(({ run }) => run).length,
  };
}

function isPublic({ path, tree }: VerifiedPage): boolean {
  return !/(^|\/)(_[^/]*|404)\.mdx?$/.test(path) && readFrontmatter(tree).draft !== true;
}

function publishPage(page: VerifiedPage, options: Places, base: string): SitePage {
  const { title = page.path, description, slug } = readFrontmatter(page.tree);
  const address = base + pageAddress(page.path, options, slug);
  const known = page.examples.flatMap((example) => {
    const facts = page.facts.get(example.unit);
    return facts ? [{ example, facts }] : [];
  });
  const { blocks } = attachFacts(page);
  const examples = known.map(({ example, facts }) => publishExample(example, facts, blocks[example.id]!));
  const sentences = page.directives.flatMap(({ claim }) => claim ?? []);
  const facts = {
    address,
    path: page.path,
    title,
    ...(description && { description }),
    examples,
    claims: sentences.map(({ id, expect, verdict, evidence }) => ({ id, expect, verdict, evidence })),
  };
  const claims = [
    ...sentences.map((claim) => publishSentence(claim, address)),
    ...known.flatMap(({ example, facts: unit }) => publishClaims(example, address, unit, page.problems)),
  ];
  return { facts, claims, markdown: pageMarkdown(page, facts) };
}
