import type { Problem, Unit } from '@escapement/facts';
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { mergeUnits } from './merge-units.ts';
import type { Session } from './session.ts';
import { readPage, unreadable, type ReadPage } from './verify/page.ts';

/**
 * Paths, from the root and with `/`, of all pages in the content folders.
 *
 * @throws an Error with `rule: 'options'` where there is no such folder: its pages would go unverified
 */
export async function findPages({ root, options }: Session): Promise<string[]> {
  for (const folder of options.content) await expectFolder(root, folder);
  const found = await Promise.all(
    options.content.map((folder) =>
      glob('**/*.{md,mdx}', { cwd: resolve(root, folder), absolute: true, ignore: '**/node_modules/**' }),
    ),
  );
  return found
    .flat()
    .map((path) => relative(root, path).split(sep).join('/'))
    .toSorted();
}

async function expectFolder(root: string, folder: string): Promise<void> {
  const found = await stat(resolve(root, folder)).catch(() => undefined);
  if (found?.isDirectory()) return;
  const reason =
    `Unexpected content folder \`${folder}\`: ${resolve(root)} has none of that name.\n` +
    'Name the folders with your pages in the option `content` of escapement.config.mjs.';
  throw Object.assign(new Error(reason), { rule: 'options' });
}

/**
 * Reads pages, and hands them out in groups of about five hundred examples: enough that starting Go once
 * more does not count, and what a site needs in memory does not grow with its size.
 */
export async function* pageGroups(session: Session, paths: string[]): AsyncGenerator<ReadPage[]> {
  let group: ReadPage[] = [];
  let examples = 0;
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const pages = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => read(session, path)));
    group.push(...pages);
    examples += pages.reduce((sum, page) => sum + page.examples.length, 0);
    if (examples < GROUP) continue;
    yield group;
    group = [];
    examples = 0;
  }
  if (group.length > 0) yield group;
}

/** The units of all pages, each once. */
export async function siteUnits(session: Session): Promise<Unit[]> {
  const units: Unit[] = [];
  for await (const pages of pageGroups(session, await findPages(session)))
    units.push(...pages.flatMap((page) => page.units));
  return mergeUnits(units);
}

const GROUP = 500;

/** Pages that are read at the same time: a process may have few files open, 256 on some systems. */
const AT_ONCE = 16;

async function read(session: Session, path: string): Promise<ReadPage> {
  const text = await session.read(path);
  if (text !== undefined) return readPage(path, text, session);
  const problem: Problem = {
    rule: 'page-syntax',
    path,
    start: { line: 1, column: 1 },
    reason: 'Unexpected page: there is no such file, or it cannot be read',
  };
  return unreadable(path, problem);
}
