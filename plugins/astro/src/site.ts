import type { PublishedSite, SitePage } from '@escapement/remark';
import { built, loadSite } from 'virtual:escapement/site';

/*
 * For pages and components of a site: what its build knows of its examples. It is loaded by Astro, not by
 * Node: the facts come from a module that the integration makes.
 */

export type { PublishedExample } from '@escapement/remark';
export { built, loadSite, type PublishedSite, type SitePage };

/**
 * A page's facts by its address. Undefined while developing, where a page must not wait for all others,
 * and for pages without a source in the content folders.
 */
export function builtPage(address: string): SitePage | undefined {
  return built?.pages.find(({ facts }) => facts.address === address);
}
