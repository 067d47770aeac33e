import pLimit from 'p-limit';
import type { Known } from './batch.ts';
import type { Job, Part } from './job.ts';
import type { Store } from './store.ts';
import { OPEN_FILES } from './workspace.ts';

/** Reads from the store what it has of the jobs. */
export async function recall(store: Store, jobs: Job[]): Promise<Known> {
  const known = emptyKnown();
  await pLimit(AT_ONCE).map(entries(jobs), async ([key, { part }]) => {
    const value = await store.get<never>(key);
    if (value === undefined) return;
    known[part].set(key, value);
    known.stored.add(key);
  });
  return known;
}

/** Entries that are read at the same time: a store on another machine has a limit of its own. */
const AT_ONCE = 64;

/** Nothing known yet. */
export function emptyKnown(): Known {
  return {
    compile: new Map(),
    run: new Map(),
    test: new Map(),
    bench: new Map(),
    profile: new Map(),
    probe: new Map(),
    gc: new Map(),
    timings: new Map(),
    unlinked: new Map(),
    stored: new Set(),
  };
}

/** Writes what can be relied on. A failure is never kept: its cause may be gone at the next build. */
export async function remember(store: Store, jobs: Job[], known: Known): Promise<void> {
  const fresh = [...entries(jobs)].filter(
    ([key, { part, job }]) => !known.stored.has(key) && succeeded(part, key, job, known),
  );
  await pLimit(OPEN_FILES).map(fresh, ([key, { part }]) => store.put(key, known[part].get(key)));
}

/** Each key once, with its part and a job that has it. */
function entries(jobs: Job[]): Map<string, { part: Part; job: Job }> {
  const all = jobs.flatMap((job) =>
    Object.entries(job.keys).map(([part, key]) => [key, { part: part as Part, job }] as const),
  );
  return new Map(all);
}

function succeeded(part: Part, key: string, { unit, keys }: Job, known: Known): boolean {
  switch (part) {
    case 'compile': {
      const errors = known.compile.get(key)?.errors ?? [];
      return unit.fails ? errors.every(({ limit }) => !limit) : errors.length === 0;
    }
    case 'run':
    case 'test': {
      const facts = known[part].get(key);
      const expected = part === 'run' ? unit.run!.exit : 0;
      // A status above 128 looks like a signal.
      return facts !== undefined && ['exited', 'signal'].includes(facts.ending) && facts.exit === expected;
    }
    case 'bench': {
      const facts = known.bench.get(key);
      return facts !== undefined && !facts.failure && facts.benchmarks.length > 0;
    }
    case 'probe': {
      const facts = known.probe.get(key);
      return facts !== undefined && !('failure' in facts);
    }
    case 'profile': {
      const counted = keys.bench && known.bench.get(keys.bench);
      return known.profile.get(key)?.runs.length === (counted ? counted.benchmarks.length : -1);
    }
    case 'gc':
      return known.gc.has(key);
  }
}
