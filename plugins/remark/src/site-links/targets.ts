import { posix } from 'node:path';
import type { LinkedPage } from './linked-page.ts';
import type { PageLink } from './page-links.ts';
import { asAddress, pageAt, type SiteMap } from './site-map.ts';

/** A link taken to pieces. */
export interface LinkParts {
  /** What is in front of `?` and `#`, decoded; empty for a link to the page itself. */
  path: string;
  /** With its `#`; empty where there is none. */
  hash: string;
  /** Path from the root of the file that is meant: `../sizes.md` is to a file. */
  file?: string;
  /**
   * Addresses that can be meant, the likely one first: a relative one depends on whether the host ends addresses
   * with a slash. Empty for a file, and where a part has no address of its own.
   */
  addresses: string[];
}

/** What a link of a page says. */
export function partsOf({ url }: PageLink, page: LinkedPage, { base }: Pick<SiteMap, 'base'>): LinkParts {
  const [, before = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(url)!;
  const path = decoded(before);
  if (path.startsWith('/')) {
    const inside = `${path}/`.startsWith(`${base}/`) ? path.slice(base.length) : path;
    return { path, hash, addresses: [asAddress(inside)] };
  }
  if (/\.mdx?$/.test(path))
    return { path, hash, file: posix.join(posix.dirname(page.path), path), addresses: [] };
  if (page.address === undefined || path === '') return { path, hash, addresses: [] };
  const folders = [page.address, posix.dirname(page.address)];
  return { path, hash, addresses: folders.map((folder) => asAddress(posix.join(folder, path))) };
}

/** The page of content that a link leads to, where there is one. */
export function targetOf(
  { path, file, addresses }: LinkParts,
  page: LinkedPage,
  site: SiteMap,
): LinkedPage | undefined {
  if (path === '') return page;
  if (file !== undefined) return site.pages.get(file);
  return addresses.map((address) => pageAt(site, address)).find((found) => found !== undefined);
}

/** The pages to whose headings or ids a page has links. */
export function anchoredPages(page: LinkedPage, site: SiteMap): LinkedPage[] {
  return page.links
    .map((link) => partsOf(link, page, site))
    .flatMap((parts) => (parts.hash === '' ? [] : (targetOf(parts, page, site) ?? [])));
}

/** The files that a page has links to, by path from the root. */
export function linkedFiles(page: LinkedPage): string[] {
  return page.links.flatMap((link) => partsOf(link, page, { base: '' }).file ?? []);
}

/** Text without the `%20` of addresses, where it has any. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
