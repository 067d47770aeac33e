import type { EventEmitter } from 'node:events';
import type { Storage } from 'unstorage';

/** The ways to a store that may be on another machine. */
export interface Ways {
  read: Ask;
  write: Ask;
  /** For what has no sense without the store: throws where it can't be reached. */
  insist: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Asks the store for something; undefined where it can't be reached. */
type Ask = <T>(work: () => Promise<T>, patienceMs?: number) => Promise<T | undefined>;

/**
 * Makes the ways to a store. What fails, or takes longer than ten seconds where nothing else is said, is
 * not had, and the first failure is told. After some in a row a way is closed for a minute: a store that is
 * down costs a build seconds, and a dev server finds it again.
 */
export function waysTo(storage: Storage, tell: (message: string) => void): Ways {
  const heard: Heard = {};
  let told = false;
  const attempt = async <T>(work: () => Promise<T>, patienceMs: number): Promise<T> => {
    try {
      listen(storage, heard);
      return await within(work(), patienceMs);
    } catch (error) {
      const { message } = error as Error;
      const last = heard.last && !message.includes(heard.last) ? ` (${heard.last})` : '';
      throw new Error(`The store can't be reached: ${message.replace(/\.$/, '')}${last}`, { cause: error });
    }
  };
  const way = (): Ask => {
    let failures = 0;
    let closedUntil = 0;
    return async (work, patienceMs = PATIENCE_MS) => {
      if (Date.now() < closedUntil) return undefined;
      try {
        const value = await attempt(work, patienceMs);
        failures = 0;
        return value;
      } catch (error) {
        if (++failures >= IN_A_ROW) closedUntil = Date.now() + CLOSED_MS;
        if (!told) tell((error as Error).message);
        told = true;
        return undefined;
      }
    };
  };
  return { read: way(), write: way(), insist: (work) => attempt(work, 6 * PATIENCE_MS) };
}

const PATIENCE_MS = 10_000;
/** One entry that can't be read, for its permissions say, is no reason to give up all others. */
const IN_A_ROW = 3;
const CLOSED_MS = 60_000;

/** The driver's client, and what it told last. */
interface Heard {
  client?: EventEmitter;
  last?: string;
}

/** A client that keeps a connection tells of it by events; unheard, they are printed or end the process. */
function listen(storage: Storage, heard: Heard): void {
  const client: unknown = storage.getMount('').driver.getInstance?.();
  if (!isEmitter(client) || heard.client === client) return;
  heard.client = client;
  client.on('error', ({ message }: Error) => (heard.last = message));
}

/** By what it can do: that of Redis, for one, is none by its class. */
function isEmitter(client: unknown): client is EventEmitter {
  return typeof client === 'object' && client !== null && 'on' in client && 'emit' in client;
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
