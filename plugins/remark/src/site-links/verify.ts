import type { Problem } from '@escapement/facts';
import { posix } from 'node:path';
import { hasAnchor } from './anchors.ts';
import type { LinkedPage } from './linked-page.ts';
import { nearest, nearestAddress } from './nearest.ts';
import { hasNeighbours, isOther, type SiteMap } from './site-map.ts';
import { decoded, partsOf, targetOf, type LinkParts } from './targets.ts';

/**
 * The links of pages that lead nowhere: to a file or a page that is not there, to a draft, or to a heading or id that
 * its page does not have. An address that no content has may be that of a page of code: it is told only where content
 * stands beside it, or at almost the same address. Pure.
 *
 * @param files what the links lead to besides pages of content, by path from the root
 */
export function brokenLinks(pages: LinkedPage[], site: SiteMap, files: Set<string>): Problem[] {
  return pages.flatMap((page) =>
    page.links.flatMap((link): Problem[] => {
      const trouble = judge(partsOf(link, page, site), page, site, files);
      if (!trouble) return [];
      const { url, ...place } = link;
      const { reason, meant, note } = trouble;
      const suggestion = meant === undefined ? '' : `, did you mean \`${meant}\`?`;
      return [
        {
          rule: 'link-broken',
          path: page.path,
          ...place,
          reason: `Unexpected link to \`${url}\`: ${reason}${suggestion}`,
          ...(meant !== undefined && { expected: [meant] }),
          actual: url,
          ...(note && { note }),
        },
      ];
    }),
  );
}

interface Trouble {
  reason: string;
  /** What its author may have meant, to be put in the place of the whole link. */
  meant?: string | undefined;
  note?: string;
}

function judge(parts: LinkParts, page: LinkedPage, site: SiteMap, files: Set<string>): Trouble | undefined {
  const target = targetOf(parts, page, site);
  if (target) return pageTrouble(target, page, parts);
  const { file } = parts;
  if (file === undefined) return addressTrouble(parts, site);
  return files.has(file)
    ? undefined
    : { reason: 'there is no such file', meant: fileMeant(file, parts, page, site) };
}

function pageTrouble(target: LinkedPage, page: LinkedPage, { path, hash }: LinkParts): Trouble | undefined {
  if (target.draft && !page.draft) return { reason: `${target.path} is a draft, which is not published` };
  // A part is shown on other pages, among their headings.
  if (path === '' && page.address === undefined) return undefined;
  const name = decoded(hash.slice(1));
  if (hasAnchor(target.anchors, name)) return undefined;
  const near = nearest(name, [...target.anchors.ids], Math.max(2, Math.floor(name.length / 3)));
  return { reason: `${target.path} has no such heading or id`, meant: near && `${path}#${near}` };
}

function addressTrouble({ path, hash, addresses }: LinkParts, site: SiteMap): Trouble | undefined {
  const [address] = addresses;
  // What ends like a file is one: an image, a feed.
  if (address === undefined || /\.\w+$/.test(path) || addresses.some((any) => isOther(site, any)))
    return undefined;
  const near = nearestAddress(address, [...site.addresses.keys()]);
  if (!near.sure && !hasNeighbours(site, address)) return undefined;
  const base = path.startsWith(`${site.base}/`) ? site.base : '';
  return {
    reason: 'the site has no such page',
    meant: near.address === undefined ? undefined : base + near.address + hash,
    note: 'If a page stands there that is no content, name its address in the option `otherPages`.',
  };
}

function fileMeant(file: string, { hash }: LinkParts, page: LinkedPage, site: SiteMap): string | undefined {
  const near = nearest(file, [...site.pages.keys()], Math.max(2, Math.floor(file.length / 6)));
  if (near === undefined) return undefined;
  const path = posix.relative(posix.dirname(page.path), near);
  return (path.startsWith('.') ? path : `./${path}`) + hash;
}
