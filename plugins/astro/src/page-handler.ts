import { describeProblems, type Session, type VerifiedPage } from '@escapement/remark';
import { devPage, type DevPages } from './dev/pages.ts';

/** What happens after a page was verified while rendering. */
export type PageHandler = (page: VerifiedPage, tookMs: number) => Promise<void>;

/**
 * In `dev` problems are logged, and stay visible on the page. In `build` they stop it: the prepass has
 * told of all pages in the content folders, so only a page elsewhere can still have any.
 *
 * @param pages is filled with what is known of each page, in `dev`
 */
export function pageHandler(
  session: Session,
  command: string,
  pages: DevPages,
  log: (text: string) => void,
): PageHandler {
  // Astro renders a page for each of its uses; what was told once need not be told again.
  const told = new Map<string, string>();
  return async (page, tookMs) => {
    const { path, problems, warnings } = page;
    if (command === 'dev') pages.set(path, devPage(page, tookMs));
    if (command === 'build' && problems.length > 0)
      throw new Error(await describeProblems(session, problems));
    const text = await describeProblems(session, [...problems, ...warnings]);
    if (text !== '' && told.get(path) !== text) log(`\n${text}\n`);
    told.set(path, text);
  };
}
