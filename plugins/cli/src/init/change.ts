import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
 * Writes all files, or none: first every text under another name, then all are renamed.
 *
 * @throws where a file is no longer as it was when the changes were made; nothing is written then
 */
export async function writeChanges(root: string, changes: Change[]): Promise<void> {
  for (const { path, before } of changes)
    if ((await readText(root, path)) !== before)
      throw new Error(`Unexpected change of ${path} in the meantime: nothing was written. Run this again.`);
  const files = changes.map(({ path, after }) => {
    const to = join(root, path);
    return { to, temporary: `${to}.${process.pid}.tmp`, after };
  });
  try {
    for (const { to, temporary, after } of files) {
      await mkdir(dirname(to), { recursive: true });
      await writeFile(temporary, after);
    }
  } catch (error) {
    await Promise.all(files.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  for (const { to, temporary } of files) await rename(temporary, to);
}
