import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What becomes of one file. */
export interface Change {
  /** From the project's folder. */
  path: string;
  /** Its text now; undefined where there is no such file. */
  before: string | undefined;
  after: string;
}

/** A file as it stands; undefined where there is none. */
export function readText(root: string, path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Changes as a unified diff. */
export function describeChanges(changes: Change[]): string {
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        before === undefined ? '/dev/null' : `a/${path}`,
        `b/${path}`,
        before ?? '',
        after,
        undefined,
        undefined,
        { context: 3, headerOptions: FILE_HEADERS_ONLY, stripTrailingCr: false },
      ),
    )
    .join('');
}

/**
 * Writes all files, or none: first every text under another name, then all are renamed. A link stays a link, and a
 * file keeps its mode.
 *
 * @throws where a file is no longer as it was when the changes were made; nothing is written then
 */
export async function writeChanges(root: string, changes: Change[]): Promise<void> {
  for (const { path, before } of changes)
    if ((await readText(root, path)) !== before)
      throw new Error(`Unexpected change of ${path} in the meantime: nothing was written. Run this again.`);
  const files = await Promise.all(
    changes.map(async ({ path, after }) => {
      const to = await realpath(join(root, path)).catch(() => join(root, path));
      return { to, temporary: `${to}.${process.pid}.tmp`, after };
    }),
  );
  try {
    for (const { to, temporary, after } of files) {
      await mkdir(dirname(to), { recursive: true });
      const mode = (await stat(to).catch(() => undefined))?.mode;
      await writeFile(temporary, after, mode === undefined ? {} : { mode });
    }
  } catch (error) {
    await Promise.all(files.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  for (const { to, temporary } of files) await rename(temporary, to);
}
