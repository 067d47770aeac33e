import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { RuleId } from '@escapement/facts';
import { createStorage, type Driver, type Storage } from 'unstorage';
import { directory, removeEmpty } from './store-directory.ts';
import { excess, type Entry } from './store-limit.ts';
import { waysTo } from './store-reach.ts';

/** Keeps captures between builds. Keys are `part:digest`; values are plain data. */
export interface Store {
  /** The value, or undefined where there is none or it cannot be trusted. */
  get<T>(key: string): Promise<T | undefined>;
  /** Never fails: a store that cannot be written costs time, not the build. */
  put(key: string, value: unknown): Promise<void>;
  has(key: string): Promise<boolean>;
  /**
   * Evicts what has not been used for longest, once the store holds more than `maxBytes`. Looks only
   * where something was put since the last time, so that a build that changes nothing pays nothing.
   * Drivers that keep no sizes (memory, Redis) limit themselves.
   */
  trim(maxBytes: number): Promise<void>;
  /**
   * Removes all entries, or those last used before a time, and says what is gone. Other data that a
   * driver may hold stays. Throws where a time is given and the driver keeps none.
   */
  clear(before?: Date): Promise<{ entries: number; bytes: number }>;
}

/** A directory, or any driver or storage of unstorage. */
export type StorePlace = string | Driver | Storage;

/** Opens the store of a project: a directory is meant from its root. */
export function storeOf(root: string, place: StorePlace): Store {
  return openStore(typeof place === 'string' ? resolve(root, place) : place);
}

/**
 * Each entry carries a checksum: one that is cut off or damaged counts as absent, with a warning. A store
 * that can't be reached, or is too slow, has nothing and takes nothing, which is told once.
 */
export function openStore(place: StorePlace, warn: Warn = emit): Store {
  const storage = storageOf(place);
  const { read, write, insist } = waysTo(storage, (message) =>
    warn(`${message}. The build goes on without it.`, 'store-unreachable'),
  );
  const used = new Set<string>();
  let changed = false;
  return {
    async get<T>(key: string) {
      const entry = await read(() => storage.getItem<{ sum: string; value: T }>(key));
      if (entry === null || entry === undefined) return undefined;
      used.add(key);
      if (typeof entry === 'object' && entry.sum === checksum(entry.value)) return entry.value;
      warn(`The store's entry ${key} is damaged and will be captured again.`);
      return undefined;
    },
    async put(key, value) {
      changed = true;
      used.add(key);
      await write(() => storage.setItem(key, { sum: checksum(value), value }));
    },
    has: async (key) => (await read(() => storage.hasItem(key))) ?? false,
    async trim(maxBytes) {
      if (!changed) return;
      changed = false;
      await write(async () => {
        const evicted = excess(await entriesOf(storage), maxBytes, used);
        await Promise.all(evicted.map(({ key }) => storage.removeItem(key)));
      }, TRIM_MS);
    },
    async clear(before) {
      const all = await insist(() => entriesOf(storage));
      if (before && all.some(({ lastUse }) => lastUse === undefined))
        throw new Error('This store keeps no times: it can only be cleaned as a whole.');
      const old = before ? all.filter(({ lastUse }) => lastUse! < before.getTime()) : all;
      await insist(() => Promise.all(old.map(({ key }) => storage.removeItem(key))));
      if (typeof place === 'string') await removeEmpty(place);
      return { entries: old.length, bytes: old.reduce((sum, { bytes = 0 }) => sum + bytes, 0) };
    },
  };
}

/** Trimming looks at every entry. */
const TRIM_MS = 60_000;

function storageOf(place: StorePlace): Storage {
  if (typeof place === 'string') return createStorage({ driver: directory(place) });
  return 'mount' in place ? place : createStorage({ driver: place });
}

/** All entries that are ours, with what the driver knows of them. */
async function entriesOf(storage: Storage): Promise<Entry[]> {
  const keys = (await storage.getKeys()).filter((key) => OURS.test(key));
  return Promise.all(
    keys.map(async (key) => {
      const { size, atime, mtime } = await storage.getMeta(key, { nativeOnly: true });
      // Most file systems keep the time of the last reading to the day (`relatime`), some not at all.
      const times = [atime, mtime].flatMap((time) => (time ? [new Date(time).getTime()] : []));
      const known = times.length > 0 && { lastUse: Math.max(...times) };
      return { key, ...(typeof size === 'number' && { bytes: size }), ...known };
    }),
  );
}

/** `part:digest`, and what a killed writer left behind: `part:digest.uuid`. */
const OURS = /^[\w-]+:[0-9a-f]+(?:\.[0-9a-f-]+)?$/;

function checksum(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? '');
}

type Warn = (message: string, rule?: RuleId) => void;

function emit(message: string, rule?: RuleId): void {
  process.emitWarning(message, { type: 'EscapementWarning', ...(rule && { code: rule }) });
}
