import type { Problem } from '@escapement/facts';
import pLimit from 'p-limit';
import { parsePage } from '../page/parse.ts';
import { findPages } from '../pages.ts';
import type { Session } from '../session.ts';
import { linkedPage, shallowPage, type LinkedPage } from './linked-page.ts';
import { readRoutes } from './routes.ts';
import { siteMap } from './site-map.ts';
import { anchoredPages, linkedFiles } from './targets.ts';
import { brokenLinks } from './verify.ts';

/**
 * What is wrong with the links of pages. Of the other pages of the site only as much is read as it takes: their
 * frontmatter, and the whole of those to whose headings a link leads.
 *
 * @param all paths of all pages of the site, where they are known already
 * @throws an Error with `rule: 'options'` where there is no such content folder
 */
export async function linkProblems(
  session: Session,
  pages: LinkedPage[],
  all?: string[],
): Promise<Problem[]> {
  if (pages.every(({ links }) => links.length === 0)) return [];
  const { root, options, base, read } = session;
  const rest = { routes: await readRoutes(root), others: options.otherPages, base };
  const known = new Set(pages.map(({ path }) => path));
  const paths = (all ?? (await findPages(session))).filter((path) => !known.has(path));
  const others = await readOthers(session, paths);
  const rough = siteMap([...pages, ...others.values()], rest);
  for (const { path } of new Set(pages.flatMap((page) => anchoredPages(page, rough)))) {
    if (!others.has(path)) continue;
    const text = (await read(path)) ?? '';
    const { tree } = await parsePage(path, text);
    others.set(path, linkedPage({ path, tree, text }, options)!);
  }
  const site = siteMap([...pages, ...others.values()], rest);
  const files = new Set<string>();
  for (const path of new Set(pages.flatMap(linkedFiles)))
    if (!site.pages.has(path) && (await read(path)) !== undefined) files.add(path);
  return brokenLinks(pages, site, files);
}

/** The same for one page, whose text may not be saved. */
export async function linkProblemsOf(session: Session, path: string, text: string): Promise<Problem[]> {
  const { tree } = await parsePage(path, text);
  const page = linkedPage({ path, tree, text }, session.options);
  return page ? linkProblems(session, [page]) : [];
}

/** A process may have few files open, 256 on some systems. */
const limited = pLimit(16);

async function readOthers(session: Session, paths: string[]): Promise<Map<string, LinkedPage>> {
  const pages = await limited.map(paths, async (path) => {
    const text = (await session.read(path)) ?? '';
    return [path, shallowPage(path, text, session.options)] as const;
  });
  return new Map(pages);
}
