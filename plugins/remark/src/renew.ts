import type { Progress } from '@escapement/capture';
import { compiledOnly } from './capture-units.ts';
import { check, type Report } from './check.ts';
import { siteUnits } from './pages.ts';
import type { Session } from './session.ts';

/** What was done to the captures of a project. */
export interface Renewed {
  /** Files that were written, or the ids of the units that were measured. */
  renewed: string[];
  /** Names of the files that were deleted, because their examples are gone. */
  removed: string[];
  /** What is wrong with the site afterwards; where it was so before, nothing was frozen. */
  report: Report;
}

type OnProgress = (progress: Progress) => void;

/**
 * Takes timings anew, all of them or those of the units that have one of the words in their id (a page,
 * an example, a directory), and puts them into the captures. All of them also means: no others stay.
 */
export async function measureSite(
  session: Session,
  words: string[],
  onProgress?: OnProgress,
): Promise<Renewed> {
  const units = await siteUnits(session);
  const wanted = units.filter(({ id, bench }) => bench && matches(id, words));
  const capture = await session.capture();
  if (wanted.length > 0) await capture.measure(wanted, onProgress);
  const removed = words.length === 0 ? await capture.prune(units, 'timings') : [];
  return { renewed: wanted.map(({ id }) => id), removed, report: await check(session, { onProgress }) };
}

/** Deletes the timings of examples that are gone; returns the names of the files. */
export async function pruneSite(session: Session): Promise<string[]> {
  return (await session.capture()).prune(await siteUnits(session), 'timings');
}

/**
 * Writes what a build without Go needs into the captures, and takes what is no longer needed out of
 * them. Only a site without problems can be frozen.
 */
export async function freezeSite(session: Session, onProgress?: OnProgress): Promise<Renewed> {
  const report = await check(session, { onProgress });
  if (report.problems.length > 0) return { renewed: [], removed: [], report };
  const units = await siteUnits(session);
  const capture = await session.capture();
  const renewed = await capture.freeze(units, onProgress);
  const variants = new Map(
    units.flatMap((unit) => unit.variants ?? []).map((one) => [JSON.stringify(one), one]),
  );
  for (const [name, variant] of variants) {
    const asking = units.filter((unit) => unit.variants?.some((one) => JSON.stringify(one) === name));
    renewed.push(...(await (await session.capture(variant)).freeze(asking.map(compiledOnly), onProgress)));
  }
  return { renewed, removed: await capture.prune(units, 'frozen'), report };
}

function matches(id: string, words: string[]): boolean {
  return words.length === 0 || words.some((word) => id.includes(word));
}
