import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { BenchFacts, Machine, RunFacts } from '@escapement/facts';
import { benchArgs, measure, type Round } from './bench.ts';
import { compile, type Batch, type Compiled } from './compile.ts';
import type { Job, Part } from './job.ts';
import { link, type Linked } from './link.ts';
import type { CaptureOptions } from './options.ts';
import { packageOf, type Package } from './package.ts';
import { runBinary } from './run.ts';
import { sandboxFor } from './sandbox.ts';
import { writeGoWork, writePackages } from './workspace.ts';

/** How far a capture is. `unit` is the id of the unit that was just finished. */
export interface Progress {
  phase: 'compile' | 'link' | 'run' | 'test' | 'bench';
  done: number;
  total: number;
  unit?: string;
}

/** What is known of each part, by store key. */
export interface Known {
  compile: Map<string, Compiled>;
  run: Map<string, RunFacts>;
  test: Map<string, RunFacts>;
  bench: Map<string, BenchFacts>;
  /** Why a part could not be linked. */
  unlinked: Map<string, string>;
  /** Keys of what came from the store. */
  stored: Set<string>;
}

/** Captures, with one go command a step, all parts of `jobs` that are not in `known`, and adds them. */
export async function captureBatch(
  batch: Batch,
  jobs: Job[],
  known: Known,
  options: CaptureOptions,
  machine: Machine,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const packages = packagesOf(batch, jobs);
  await writePackages(batch.workspace, [...new Set(packages.values())], batch.go);
  await writeGoWork(batch.workspace, batch.go, batch.module);
  const targets = (wanted: Job[]) => [...new Set(wanted.map((job) => packages.get(job)!))];

  const uncompiled = missing(jobs, 'compile', known);
  const total = targets(uncompiled).length;
  const compiled = await compile(batch, targets(uncompiled), (done) =>
    onProgress({ phase: 'compile', done, total }),
  );
  for (const job of uncompiled) known.compile.set(job.keys.compile, compiled.get(packages.get(job)!)!);

  const sound = jobs.filter(
    ({ unit, keys }) => !unit.fails && known.compile.get(keys.compile)!.errors.length === 0,
  );
  const wanted = {
    run: missing(sound, 'run', known),
    test: missing(sound, 'test', known),
    bench: missing(sound, 'bench', known),
  };
  const programs = targets(wanted.run);
  const testers = targets([...wanted.test, ...wanted.bench]);
  const links = programs.length + testers.length;
  onProgress({ phase: 'link', done: 0, total: links });
  // A build that runs nothing needs no sandbox.
  if (links === 0) return;
  const { workspace, go } = batch;
  const runner = { workspace, sandbox: await sandboxFor(options), toolchain: go.toolchain };
  const linked = { run: await link(batch, 'build', programs), test: await link(batch, 'test', testers) };
  onProgress({ phase: 'link', done: links, total: links });

  const step = <P extends 'run' | 'test' | 'bench'>(part: P, binaries: Map<Package, Linked>) =>
    startable(wanted[part], part, packages, binaries, known);
  await runAll(step('run', linked.run), 'run', ({ job, target, binary }) =>
    runBinary(runner, target, { binary, args: job.unit.run!.args }, options.run),
  );
  await runAll(step('test', linked.test), 'test', ({ target, binary }) =>
    runBinary(runner, target, { binary, args: TEST_ARGS, reads: placeOf(target) }, options.run),
  );
  await measureAll(step('bench', linked.test));

  async function runAll(starts: Start[], phase: 'run' | 'test', run: (start: Start) => Promise<RunFacts>) {
    const limit = pLimit(availableParallelism());
    let done = 0;
    const runs = starts.map((start) =>
      limit(async () => {
        known[phase].set(start.job.keys[phase]!, await run(start));
        onProgress({ phase, done: ++done, total: starts.length, unit: start.job.unit.id });
      }),
    );
    await Promise.all(runs);
  }

  async function measureAll(starts: Start[]) {
    const { count, time, timeoutMs } = options.bench;
    const limits = { ...options.run, timeoutMs };
    const rounds = starts.map((start): [Start, Round] => [
      start,
      () => {
        const { target, binary } = start;
        return runBinary(runner, target, { binary, args: benchArgs(time), reads: placeOf(target) }, limits);
      },
    ]);
    let done = 0;
    const measured = await measure(new Map(rounds), count, ({ job }) =>
      onProgress({ phase: 'bench', done: ++done, total: starts.length * count, unit: job.unit.id }),
    );
    for (const [{ job }, facts] of measured) {
      known.bench.set(job.keys.bench!, { machine, toolchain: batch.go.toolchain, ...facts });
    }
  }
}

const TEST_ARGS = ['-test.paniconexit0', '-test.timeout=0'];

interface Start {
  job: Job;
  target: Package;
  binary: string;
}

/** Jobs of equal code share one package. */
function packagesOf({ workspace, module }: Batch, jobs: Job[]): Map<Job, Package> {
  const byDirectory = new Map<string, Package>();
  const entries = jobs.map((job): [Job, Package] => {
    const target = packageOf(job.unit, job.reach, workspace.dir, module);
    const known = byDirectory.get(target.dir) ?? target;
    byDirectory.set(target.dir, known);
    return [job, known];
  });
  return new Map(entries);
}

/** The jobs whose part is wanted and not known, one for each key. */
function missing(jobs: Job[], part: Part, known: Known): Job[] {
  const wanted = jobs.flatMap((job): [string, Job][] => {
    const key = job.keys[part];
    return key === undefined || known[part].has(key) ? [] : [[key, job]];
  });
  return [...new Map(wanted).values()];
}

/** The jobs that have a binary; why the others have none is noted in `known`. */
function startable(
  jobs: Job[],
  part: 'run' | 'test' | 'bench',
  packages: Map<Job, Package>,
  binaries: Map<Package, Linked>,
  known: Known,
): Start[] {
  return jobs.flatMap((job) => {
    const target = packages.get(job)!;
    const linked = binaries.get(target)!;
    if ('binary' in linked) return [{ job, target, binary: linked.binary }];
    known.unlinked.set(job.keys[part]!, linked.error);
    return [];
  });
}

/** Tests run in their package's directory, as `go test` runs them; those of fences have nothing to read there. */
function placeOf({ files, dir }: Package): string | undefined {
  return files ? undefined : dir;
}
