import { hash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createStorage, defineDriver, type Driver } from 'unstorage';

/** Keeps captures between builds. Keys are `part:digest`; values are plain data. */
export interface Store {
  /** The value, or undefined where there is none or it cannot be trusted. */
  get<T>(key: string): Promise<T | undefined>;
  /** Never fails: a store that cannot be written costs time, not the build. */
  put(key: string, value: unknown): Promise<void>;
  has(key: string): Promise<boolean>;
}

/**
 * Opens a store on a directory, or on any unstorage driver. Each entry carries a checksum: one that
 * is cut off or damaged counts as absent, with a warning.
 */
export function openStore(place: string | Driver, warn: (message: string) => void = emit): Store {
  const storage = createStorage({ driver: typeof place === 'string' ? directory(place) : place });
  return {
    async get<T>(key: string) {
      const entry = await storage.getItem<{ sum: string; value: T }>(key).catch(() => 'unreadable');
      if (entry === null) return undefined;
      if (typeof entry === 'object' && entry.sum === checksum(entry.value)) return entry.value;
      warn(`The store's entry ${key} is damaged and will be captured again.`);
      return undefined;
    },
    async put(key, value) {
      await storage.setItem(key, { sum: checksum(value), value }).catch((error: Error) => {
        warn(`The store's entry ${key} could not be written: ${error.message}`);
      });
    },
    has: (key) => storage.hasItem(key),
  };
}

/**
 * Files in a directory. Not unstorage's own `fs` driver, because that writes in place: a build that is
 * killed, or one that runs beside it, must never meet half an entry.
 */
const directory = defineDriver((base: string) => {
  const path = (key: string) => join(base, `${key.replaceAll(':', '/')}.json`);
  return {
    name: 'escapement-directory',
    hasItem: (key) =>
      stat(path(key)).then(
        (file) => file.isFile(),
        () => false,
      ),
    getItem: (key) => readFile(path(key), 'utf8').catch(absent),
    async setItem(key, text) {
      const temporary = `${path(key)}.${randomUUID()}`;
      await mkdir(dirname(temporary), { recursive: true });
      await writeFile(temporary, text);
      await rename(temporary, path(key)).catch(async (error) => {
        await rm(temporary, { force: true });
        throw error;
      });
    },
    removeItem: (key) => rm(path(key), { force: true }),
    // Listing and clearing wait for the first who needs them.
    getKeys: () => [],
  };
});

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function checksum(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? '');
}

function emit(message: string): void {
  process.emitWarning(message, 'EscapementWarning');
}
