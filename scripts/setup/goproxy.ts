/**
 * Reads a GOPROXY list by the rules of `go help goproxy`, for a module that only a proxy has: `direct`
 * is skipped and `off` ends the list.
 *
 * @param list The variable's value; empty or undefined means Go's default.
 * @returns The proxies in order. `onlyIfAbsent` says that the next one may be asked only when this one
 *   does not have the module (`,`), not after any other error (`|`).
 */
export function parseGoproxy(list: string | undefined): Proxy[] {
  const text = list === undefined || list.trim() === '' ? 'https://proxy.golang.org,direct' : list;
  const entries = [...text.matchAll(/([^,|]+)([,|]?)/g)].map(([, url = '', separator]) => ({
    url: url.trim().replace(/\/+$/, ''),
    onlyIfAbsent: separator !== '|',
  }));
  const off = entries.findIndex(({ url }) => url === 'off');
  return entries
    .slice(0, off === -1 ? entries.length : off)
    .filter(({ url }) => url !== '' && url !== 'direct');
}

/** One proxy of a GOPROXY list. */
export interface Proxy {
  /** Its address, without a slash at the end: `https:`, `http:` or `file:`. */
  url: string;
  /** Whether only "not found" (404 or 410) leads to the next one. */
  onlyIfAbsent: boolean;
}
