import type { SitePage } from '@escapement/astro/site';
import { printToolchain } from '@escapement/facts';

/** What is known of a page when it is described for machines. */
export interface Described {
  entry: { title: string; description?: string | undefined };
  lastUpdated: Date | undefined;
  siteTitle: string;
  page: SitePage | undefined;
  url: string;
  card: string;
}

/** A page as schema.org's `TechArticle`, with the toolchain that its examples were checked with. */
export function articleOf({ entry, lastUpdated, siteTitle, page, url, card }: Described): object {
  const [first] = page?.facts.examples ?? [];
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: entry.title,
    ...(entry.description && { description: entry.description }),
    url,
    image: card,
    inLanguage: 'en',
    isPartOf: { '@type': 'WebSite', name: siteTitle },
    ...(lastUpdated && { dateModified: lastUpdated.toISOString() }),
    ...(first && {
      dependencies: printToolchain(first.toolchain),
      about: { '@type': 'ComputerLanguage', name: 'Go', url: 'https://go.dev/' },
    }),
  };
}
