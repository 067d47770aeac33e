import type { PublishedSite, SitePage } from '@escapement/remark';
import * as site from 'virtual:escapement/site';

/*
 * For pages and components of a site: what its build knows of its examples. It is loaded by Astro, not by
 * Node: the facts come from a module that the integration makes.
 */

export type { PublishedExample } from '@escapement/remark';
export type { PublishedSite, SitePage };
export { claimsByVerdict, type ClaimGroup } from './publish/claim-groups.ts';

/** The site's facts in a build; undefined while developing. With its type here: nobody else knows the module. */
export const built: PublishedSite | undefined = site.built;

/** The site's facts; while developing, the toolchain is asked for those of all pages. */
export const loadSite: () => Promise<PublishedSite> = site.loadSite;

/**
 * A page's facts by its address. Undefined while developing, where a page must not wait for all others,
 * and for pages without a source in the content folders.
 */
export function builtPage(address: string): SitePage | undefined {
  return built?.pages.find(({ facts }) => facts.address === address);
}
