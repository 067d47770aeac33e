import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { defineDriver } from 'unstorage';

/**
 * Entries as files in a directory: `part:digest` is `part/digest.json`. Not unstorage's own `fs` driver,
 * because that writes in place: a build that is killed, or one that runs beside it, must never meet half
 * an entry.
 */
export const directory = defineDriver((base: string) => {
  const path = (key: string) => join(base, `${key.replaceAll(':', '/')}.json`);
  return {
    name: 'escapement-directory',
    hasItem: (key) =>
      stat(path(key)).then(
        (file) => file.isFile(),
        () => false,
      ),
    // One file after the other, without a detour over threads: for a thousand small files that is faster,
    // and never more than one is open.
    getItem(key) {
      try {
        return readFileSync(path(key), 'utf8');
      } catch (error) {
        return absent(error as NodeJS.ErrnoException);
      }
    },
    async setItem(key, text) {
      // Named as an entry too, so that what a killed writer leaves is evicted in its time.
      const temporary = path(`${key}.${randomUUID()}`);
      await mkdir(dirname(temporary), { recursive: true });
      await writeFile(temporary, text);
      await rename(temporary, path(key)).catch(async (error) => {
        await rm(temporary, { force: true });
        throw error;
      });
    },
    removeItem: (key) => rm(path(key), { force: true }),
    async getKeys() {
      const files = await readdir(base, { recursive: true, withFileTypes: true }).catch(absent);
      return (files ?? [])
        .filter((file) => file.isFile() && file.name.endsWith('.json'))
        .map((file) => relative(base, join(file.parentPath, file.name)).slice(0, -'.json'.length))
        .map((name) => name.split(sep).join(':'));
    },
    async getMeta(key) {
      const file = await stat(path(key)).catch(absent);
      return file && { size: file.size, atime: file.atime, mtime: file.mtime };
    },
  };
});

/** Removes a store's folders, and itself, where nothing is left in them. */
export async function removeEmpty(base: string): Promise<void> {
  const folders = await readdir(base, { withFileTypes: true }).catch(() => []);
  const inside = folders.filter((folder) => folder.isDirectory()).map(({ name }) => join(base, name));
  for (const folder of [...inside, base]) await rmdir(folder).catch(() => {});
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
