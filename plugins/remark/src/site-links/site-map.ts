import type { LinkedPage } from './linked-page.ts';

/** Where the links of a site can lead. */
export interface SiteMap {
  /** By path from the root. */
  pages: Map<string, LinkedPage>;
  /** By address, without the site's base. */
  addresses: Map<string, LinkedPage>;
  /** Pages of the main language, by address without it: hosts show them in place of missing translations. */
  originals: Map<string, LinkedPage>;
  /** Pages of code, but those routes by which content is shown. */
  routes: RegExp[];
  /** Other addresses below which pages stand, each with a slash at both ends. */
  others: string[];
  /** What stands in front of every address. */
  base: string;
}

/**
 * Puts a site together.
 *
 * @param pages all of its content
 * @param rest.routes pages of code, as `readRoutes` gives them
 * @param rest.others the option `otherPages`
 */
export function siteMap(
  pages: LinkedPage[],
  { routes, others, base }: Pick<SiteMap, 'routes' | 'others' | 'base'>,
): SiteMap {
  const placed = pages.flatMap((page) => (page.address === undefined ? [] : [[page.address, page] as const]));
  const addresses = new Map(placed);
  const main = mostFrequent(placed.map(([address]) => languageOf(address)));
  return {
    pages: new Map(pages.map((page) => [page.path, page])),
    addresses,
    originals: new Map(
      placed
        .filter(([address]) => languageOf(address) === main)
        .map(([address, page]) => [withoutLanguage(address), page]),
    ),
    routes: routes.filter((route) => !placed.some(([address]) => route.test(address))),
    others: others.map(asAddress),
    base,
  };
}

/** The page of an address; undefined where none of the content stands there. */
export function pageAt({ addresses, originals }: SiteMap, address: string): LinkedPage | undefined {
  const translated = languageOf(address) !== '';
  return addresses.get(address) ?? (translated ? originals.get(withoutLanguage(address)) : undefined);
}

/** Whether something stands at an address that is no content. */
export function isOther({ routes, others }: SiteMap, address: string): boolean {
  return routes.some((route) => route.test(address)) || others.some((other) => address.startsWith(other));
}

/** Whether content stands in the same folder at the root of the site. */
export function hasNeighbours({ addresses }: SiteMap, address: string): boolean {
  const folder = /^\/[^/]+\//.exec(address)?.[0];
  return folder !== undefined && [...addresses.keys()].some((known) => known.startsWith(folder));
}

/** A path of an address in its one form: `guide/sizes` is `/guide/sizes/`. */
export function asAddress(path: string): string {
  const name = path.replaceAll(/^\/+|\/+$/g, '');
  return name === '' ? '/' : `/${name}/`;
}

/** `/es/guide/sizes/` is in `es`, `/guide/sizes/` in none. */
function languageOf(address: string): string {
  return /^\/([a-z]{2}(?:-[a-z]{2,4})?)\/./i.exec(address)?.[1] ?? '';
}

function withoutLanguage(address: string): string {
  const language = languageOf(address);
  return language === '' ? address : address.slice(language.length + 1);
}

function mostFrequent(words: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
