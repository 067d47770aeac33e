import {
  publishSite,
  type PublishedSite,
  type Session,
  type SitePage,
  type VerifiedPage,
} from '@escapement/remark';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hashText } from '../digests.ts';
import { writeWhole } from '../write-whole.ts';

/**
 * `publishSite`, which takes pages as the last build published them where nothing has changed that they are made
 * of: to work out and write down a page again takes longer than to verify it.
 *
 * @param digests of what the toolchain says of each page and of the code that publishes it, by the page's path
 */
export async function publishRemembered(
  { root, options, base }: Session,
  pages: VerifiedPage[],
  digests: Map<string, string>,
): Promise<PublishedSite> {
  const file = resolve(root, '.escapement', 'published.json');
  const remembered = await readRemembered(file);
  const place = JSON.stringify([base, options.content, options.addresses]);
  const keys = new Map(
    pages.map(({ path, text }) => [path, hashText([place, path, digests.get(path), text].join('\n'))]),
  );
  const known = (path: string) => remembered.get(keys.get(path)!);
  const site = publishSite(pages, options, base, ({ path }) => known(path));
  if (site.pages.every(({ facts }) => known(facts.path))) return site;
  const entries = site.pages.map((page) => [keys.get(page.facts.path), page]);
  await writeWhole(file, JSON.stringify(Object.fromEntries(entries)));
  return site;
}

/** Nothing where there is none, or one that can't be read: then all is published anew. */
async function readRemembered(file: string): Promise<Map<string, SitePage>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, SitePage>));
  } catch {
    return new Map();
  }
}
