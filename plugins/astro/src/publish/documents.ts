import { printToolchain } from '@escapement/facts';
import {
  countSite,
  type PublishedClaims,
  type PublishedFacts,
  type PublishedSite,
  type SitePage,
} from '@escapement/remark';

/** Where a site is published: its origin, where that is known, and what stands in front of all addresses. */
export interface Place {
  origin?: string;
  base: string;
}

/** `facts.json` of the pages given: all of a site, or one. */
export function factsDocument({ go }: PublishedSite, pages: SitePage[], place: Place): PublishedFacts {
  return {
    $schema: `${place.origin ?? ''}${place.base}/schemas/facts-1.json`,
    version: 1,
    ...(place.origin && { site: place.origin }),
    ...(go && { go }),
    counts: countSite(pages),
    pages: pages.map(({ facts }) => facts),
  };
}

/** `claims.json` of a site. */
export function claimsDocument({ pages }: PublishedSite, place: Place): PublishedClaims {
  return {
    $schema: `${place.origin ?? ''}${place.base}/schemas/claims-1.json`,
    version: 1,
    ...(place.origin && { site: place.origin }),
    claims: pages.flatMap(({ claims }) => claims),
  };
}

/** `llms.txt`: what the site is about, and what each page has (https://llmstxt.org). */
export function llmsIndex({ go, counts, pages }: PublishedSite, place: Place): string {
  const home = pages.find(({ facts }) => facts.address === `${place.base}/`)?.facts;
  const at = (address: string) => `${place.origin ?? ''}${address}`;
  const entries = pages.map(({ facts, claims }) => {
    const { address, title, description, examples } = facts;
    const checked =
      examples.length > 0
        ? ` (${plural(examples.length, 'example')}, ${plural(claims.length, 'claim')} checked)`
        : '';
    return `- [${title}](${at(address)})${description ? `: ${description}` : ''}${checked}`;
  });
  const how = go
    ? `Its ${plural(counts.examples, 'Go example')} were compiled with ${printToolchain(go)}, and ${plural(counts.programs, 'program')} run, when the site was built.`
    : '';
  return [
    `# ${home?.title ?? 'Pages'}`,
    ...(home?.description ? [`> ${home.description}`] : []),
    ...(how ? [how] : []),
    `## Pages\n\n${entries.join('\n')}`,
    [
      '## For programs\n',
      `- [All pages in one file](${at(`${place.base}/llms-full.txt`)}): with the code, the verdict of each allocation site, output and tables`,
      `- [Facts](${at(`${place.base}/facts.json`)}): the same as data; each page has one too, beside it`,
      `- [Claims](${at(`${place.base}/claims.json`)}): what the site says of its code, and that it holds`,
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** `llms-full.txt`: all pages as plain Markdown, with their results. */
export function llmsFull({ pages }: PublishedSite, { origin = '' }: Place): string {
  // Addresses of the site's own begin with a slash, in links and behind `Source: `.
  const whole = (text: string) => text.replaceAll(/(\]\(|^Source: )(?=\/)/gm, `$1${origin}`);
  return pages.map(({ markdown }) => whole(markdown)).join('\n---\n\n');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
