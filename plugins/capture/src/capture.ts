import { hash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseDiagnostics, type Toolchain, type Unit, type UnitFacts, type Variant } from '@escapement/facts';
import { captureBatch, type Known, type Progress } from './batch.ts';
import { commandOf } from './command.ts';
import type { Job } from './job.ts';
import { keysOf } from './keys.ts';
import { thisMachine } from './machine.ts';
import { readModule, type ExamplesModule } from './module.ts';
import type { CaptureOptions } from './options.ts';
import { directoryReader, reachOf, type DirectoryReader } from './reach.ts';
import { recall, remember } from './memory.ts';
import { refuse } from './refuse.ts';
import { openStore } from './store.ts';
import { findGo } from './toolchain.ts';
import { withWorkspace } from './workspace.ts';

export type { Progress };

/** The Go toolchain, with a memory. */
export interface Capture {
  toolchain: Toolchain;
  /** A digest of the store keys of all parts of a unit: it changes when any input of its facts does. */
  key(unit: Unit): Promise<string>;
  /**
   * The facts of all units, by id: from the store where it has them, else from one batch of go commands.
   * What is wrong with a unit stands in its facts. Throws an error with `rule: 'go-missing'` where the
   * go command fails as a whole.
   */
  capture(units: Unit[], onProgress?: (progress: Progress) => void): Promise<Map<string, UnitFacts>>;
}

/**
 * Opens the engine for the project in `root`. Throws an error with `rule: 'go-missing'` where there is no
 * Go, or one older than 1.24. With a `variant` it is another compiler or target, from Go 1.22 on, fetched
 * through the module proxy where it is not there yet.
 */
export async function openCapture(
  root: string,
  options: CaptureOptions,
  variant?: Variant,
): Promise<Capture> {
  const base = await realpath(root);
  const go = await findGo(options.go, base, variant);
  const store = openStore(resolve(base, options.store));
  const machine = thisMachine(go.toolchain);
  const { gcflags } = options;

  return {
    toolchain: go.toolchain,
    async key(unit) {
      const { keys } = await plan(unit, await look());
      return hash('sha256', JSON.stringify(keys));
    },
    async capture(units, onProgress = () => {}) {
      const disk = await look();
      const jobs = await Promise.all(units.map((unit) => plan(unit, disk)));
      const known = await recall(store, jobs);
      refuse(jobs, known, options.compile);
      const open = jobs.filter((job) => !complete(job, known));
      if (open.length > 0) {
        const { module } = disk;
        await withWorkspace((workspace) => {
          const batch = { go, workspace, module, gcflags, root: base, limits: options.compile };
          return captureBatch(batch, open, known, options, machine, onProgress);
        });
        await remember(store, open, known);
      }
      return new Map(jobs.map((job) => [job.unit.id, factsOf(job, known, disk.module)]));
    },
  };

  /** The disk as it is now: files may change between two calls, but not within one. */
  async function look(): Promise<Disk> {
    return { module: await readModule(resolve(base, options.examples)), read: directoryReader() };
  }

  async function plan(given: Unit, { module, read }: Disk): Promise<Job> {
    const unit = located(given, base);
    const reach = await reachOf(unit, module, read);
    return { unit, reach, keys: keysOf(unit, reach, go, options, machine) };
  }

  function factsOf({ unit, reach, keys }: Job, known: Known, module?: ExamplesModule): UnitFacts {
    const { text, foreign, errors, codegen } = known.compile.get(keys.compile)!;
    const unlinked = Object.values(keys).flatMap((key) => known.unlinked.get(key) ?? []);
    const run = keys.run && known.run.get(keys.run);
    const test = keys.test && known.test.get(keys.test);
    const bench = keys.bench && known.bench.get(keys.bench);
    return {
      compile: {
        toolchain: go.toolchain,
        command: commandOf(unit, reach.tests, gcflags, base, module),
        diagnostics: parseDiagnostics(text),
        errors: [...errors, ...[...new Set(unlinked)].map((message) => ({ message }))],
        foreign,
        ...(codegen && { codegen }),
      },
      ...(run && { run }),
      ...(test && { test }),
      ...(bench && { bench }),
    };
  }
}

interface Disk {
  module: ExamplesModule | undefined;
  read: DirectoryReader;
}

function located(unit: Unit, root: string): Unit {
  if (unit.package.kind === 'files') return unit;
  return { ...unit, package: { kind: 'directory', dir: resolve(root, unit.package.dir) } };
}

/** Of a unit that must not compile, nothing but the compile is to be had. */
function complete({ unit, keys }: Job, known: Known): boolean {
  const compiled = known.compile.get(keys.compile);
  if (!compiled) return false;
  const parts = unit.fails || compiled.refused ? [] : (['run', 'test', 'bench'] as const);
  return parts.every((part) => keys[part] === undefined || known[part].has(keys[part]));
}
