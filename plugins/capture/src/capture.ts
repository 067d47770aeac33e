import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Toolchain, Unit, UnitFacts, Variant } from '@escapement/facts';
import { assemble } from './assemble.ts';
import { captureBatch, type Known, type Progress } from './batch.ts';
import { lackingTimings } from './captures-lacking.ts';
import { pruneCaptures, readTimings, writeTimings } from './captures.ts';
import { openFrozen } from './frozen.ts';
import { freezeUnits, frozenNames } from './frozen-files.ts';
import type { Job } from './job.ts';
import { thisMachine } from './machine.ts';
import { recall, remember } from './memory.ts';
import { resolveOptions, type CaptureOptions, type ResolvedOptions } from './options.ts';
import { keyOf, planUnits, type Plan } from './plan.ts';
import { refuse } from './refuse.ts';
import { sandboxFor } from './sandbox.ts';
import { storeOf } from './store.ts';
import { findGo } from './toolchain.ts';
import { withWorkspace } from './workspace.ts';

export type { Progress };

/** Listens to how far a capture is. */
type OnProgress = (progress: Progress) => void;

/** The Go toolchain, with a memory. */
export interface Capture {
  toolchain: Toolchain;
  /** A digest of the inputs of all parts of a unit: it changes when any input of its facts does. */
  key(unit: Unit): Promise<string>;
  /**
   * The facts of all units, by id: from the store where it has them, else from one batch of go commands.
   * What is wrong with a unit stands in its facts. Throws an error with `rule: 'go-missing'` where the
   * go command fails as a whole.
   */
  capture(units: Unit[], onProgress?: OnProgress): Promise<Map<string, UnitFacts>>;
  /** As `capture`, but the timings of the units' benchmarks are taken anew and written to the captures. */
  measure(units: Unit[], onProgress?: OnProgress): Promise<Map<string, UnitFacts>>;
  /** Writes all that a frozen build needs of these units; returns the names of the files. */
  freeze(units: Unit[], onProgress?: OnProgress): Promise<string[]>;
  /**
   * Deletes the captures of all units but these, the timings or what was frozen; returns the names of the
   * files that are gone.
   */
  prune(units: Unit[], what: 'timings' | 'frozen'): Promise<string[]>;
}

/**
 * Opens the engine for the project in `root`. Throws an error with `rule: 'go-missing'` where there is no
 * Go, or one older than 1.24. With a `variant` it is another compiler or target, from Go 1.22 on, fetched
 * through the module proxy where it is not there yet. Captures of one project share a `store`.
 */
export async function openCapture(
  root: string,
  given: CaptureOptions,
  variant?: Variant,
  store = storeOf(root, given.store),
): Promise<Capture> {
  const options = resolveOptions(given, process.env);
  const base = await realpath(root);
  if (options.frozen) return openFrozen(base, options, variant);
  const go = await findGo(options.go, base, options.compile.commandTimeoutMs, variant);
  const captures = resolve(base, options.captures);
  const machine = thisMachine(go.toolchain);
  const sandbox = () => sandboxFor(given);

  return {
    toolchain: go.toolchain,
    key: async (unit) => keyOf(await planUnits([unit], base, options, go)),
    capture: async (units, onProgress) => factsOf(await run(units, 'known', options, onProgress)),
    measure: async (units, onProgress) =>
      factsOf(await run(units, 'anew', { ...options, timings: 'measure' }, onProgress)),
    async freeze(units, onProgress) {
      const { plan, known } = await run(units, 'known', options, onProgress);
      return freezeUnits(captures, plan.jobs, known, go.toolchain, variant);
    },
    async prune(units, what) {
      const { jobs } = await planUnits(units, base, options, go);
      if (what === 'frozen')
        return pruneCaptures(
          captures,
          '.json',
          jobs.flatMap(({ unit }) => frozenNames(unit)),
        );
      return pruneCaptures(
        captures,
        '.txt',
        jobs.flatMap(({ timing }) => timing?.name ?? []),
      );
    },
  };

  /** All that can be known of some units: from memory, and by one batch where that has not all. */
  async function run(
    units: Unit[],
    timings: 'known' | 'anew',
    how: ResolvedOptions,
    onProgress: OnProgress = () => {},
  ): Promise<{ plan: Plan; known: Known }> {
    const plan = await planUnits(units, base, how, go);
    const { jobs, module } = plan;
    const known = await recall(store, jobs);
    const wanted = jobs.flatMap(({ timing }) => timing ?? []);
    const found = timings === 'known' ? await readTimings(captures, wanted) : undefined;
    if (how.timings === 'keep') found?.older.forEach((value, inputs) => known.timings.set(inputs, value));
    found?.timings.forEach((value, inputs) => known.timings.set(inputs, value));
    refuse(jobs, known, options.compile);
    const open = jobs.filter((job) => !complete(job, known, how));
    for (const some of batchesOf(open)) {
      const { gcflags } = some[0]!;
      await withWorkspace((workspace) => {
        const batch = { go, workspace, module, gcflags, root: base, limits: options.compile, sandbox };
        return captureBatch(batch, some, known, how, machine, onProgress);
      });
      await remember(store, some, known);
    }
    await store.trim(options.storeLimitMB * 1e6);
    if (how.timings !== 'committed') {
      for (const timing of wanted) {
        const value = known.timings.get(timing.inputs);
        if (value && !value.older && !found?.inPlace.has(timing.name))
          await writeTimings(captures, timing, value);
      }
    }
    return { plan, known };
  }

  function factsOf({ plan, known }: { plan: Plan; known: Known }): Map<string, UnitFacts> {
    const setting = { toolchain: go.toolchain, root: base, module: plan.module, variant };
    const entries = plan.jobs.map((job): [string, UnitFacts] => {
      const lacking = lackingTimings(job, known, options, base);
      return [job.unit.id, assemble(job, known, setting, lacking)];
    });
    return new Map(entries);
  }
}

/** The jobs of each go command: all with the same flags. */
function batchesOf(jobs: Job[]): Job[][] {
  const groups = Map.groupBy(jobs, ({ gcflags }) => JSON.stringify(gcflags));
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, at) =>
      group.slice(at * BATCH, (at + 1) * BATCH),
    ),
  );
}

/** Packages of one go command: thousands more would not fit on a command line. */
const BATCH = 2_000;

/** Of a unit that must not compile, nothing but the compile is to be had. */
function complete({ unit, keys, timing }: Job, known: Known, { timings }: ResolvedOptions): boolean {
  const compiled = known.compile.get(keys.compile);
  if (!compiled) return false;
  if (unit.fails || compiled.refused) return true;
  const timed = timings === 'committed' || !timing || known.timings.has(timing.inputs);
  return timed && PARTS.every((part) => keys[part] === undefined || known[part].has(keys[part]));
}

const PARTS = ['run', 'test', 'bench', 'profile', 'probe', 'gc'] as const;
