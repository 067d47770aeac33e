import {
  checkPages,
  describeProblems,
  summaryLine,
  type PublishedSite,
  type Session,
} from '@escapement/remark';
import type { AstroIntegrationLogger } from 'astro';
import { writeDigests } from './digests.ts';
import { engineDigest } from './engine.ts';
import { progressLines } from './progress.ts';
import { publishRemembered } from './publish/remember.ts';

/**
 * Verifies every page before Astro renders any. Astro swallows what a plugin throws for a `.md` page of
 * a collection (it caches a blank page and ends with 0), so the build must fail here or not at all.
 *
 * Returns what is published of them.
 *
 * @throws an Error whose message holds all problems
 */
export async function prepass(
  session: Session,
  logger: AstroIntegrationLogger,
  highlighter: unknown,
): Promise<PublishedSite> {
  const { report, verified } = await checkPages(session, {
    onProgress: progressLines((line) => logger.info(line)),
  });
  const { problems, warnings, pages, examples, go } = report;
  const summary = summaryLine(pages.length, examples, problems.length, go);
  if (problems.length > 0) {
    const text = await describeProblems(session, problems);
    throw Object.assign(new Error(`${summary}\n\n${text}\n`), { stack: '' });
  }
  if (warnings.length > 0) logger.warn(`\n${await describeProblems(session, warnings)}\n`);
  const engine = await engineDigest(highlighter);
  const digests = new Map(pages.map(({ path, digest }) => [path, `${engine}-${digest}`]));
  await writeDigests(session.root, verified, digests);
  logger.info(summary);
  return publishRemembered(session, verified, digests);
}
