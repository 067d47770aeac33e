import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { BenchFacts, GcFacts, Machine, ProfileFacts, RunFacts, Timings } from '@escapement/facts';
import { benchArgs, counted, COUNTED, COUNTS, measure, type Round } from './bench.ts';
import { compile, type Batch, type Compiled } from './compile.ts';
import { measureAlone } from './measure-alone.ts';
import { gctrace } from './gctrace.ts';
import type { Job, Part } from './job.ts';
import { link, type Linked } from './link.ts';
import type { ResolvedOptions } from './options.ts';
import { packageOf, type Package } from './package.ts';
import { endsAsExpected, isDeadlock, probe, type ProbeFacts } from './probe.ts';
import { profileBenchmarks } from './profile.ts';
import { runBinary } from './run.ts';
import { writeGoWork, writePackages } from './workspace.ts';

/** How far a capture is. */
export interface Progress {
  phase:
    | 'download'
    | 'compile'
    | 'link'
    | 'run'
    | 'gc'
    | 'test'
    | 'bench'
    | 'profile'
    | 'probe'
    | 'wait'
    | 'measure';
  done: number;
  total: number;
  /** The id of the unit that was just finished. */
  unit?: string;
  /** The module whose download begins: `golang.org/x/sync v0.16.0`. How many follow is not known. */
  module?: string;
}

/** What is known of each part, by store key; of timings by their inputs. */
export interface Known {
  compile: Map<string, Compiled>;
  run: Map<string, RunFacts>;
  test: Map<string, RunFacts>;
  bench: Map<string, BenchFacts>;
  profile: Map<string, ProfileFacts>;
  probe: Map<string, ProbeFacts>;
  gc: Map<string, GcFacts>;
  timings: Map<string, Timings>;
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
  options: ResolvedOptions,
  machine: Machine,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const packages = packagesOf(batch, jobs);
  await writePackages(batch.workspace, [...new Set(packages.values())], batch.go);
  await writeGoWork(batch.workspace, batch.go, batch.module);
  const targets = (wanted: Job[]) => [...new Set(wanted.map((job) => packages.get(job)!))];

  const uncompiled = missing(jobs, 'compile', known);
  const total = targets(uncompiled).length;
  let downloads = 0;
  const compiled = await compile(batch, targets(uncompiled), {
    onPackage: (done) => onProgress({ phase: 'compile', done, total }),
    onDownload: (module) => onProgress({ phase: 'download', done: ++downloads, total: downloads, module }),
  });
  for (const job of uncompiled) known.compile.set(job.keys.compile, compiled.get(packages.get(job)!)!);

  const sound = jobs.filter(
    ({ unit, keys }) => !unit.fails && known.compile.get(keys.compile)!.errors.length === 0,
  );
  const wanted = {
    run: missing(sound, 'run', known),
    test: missing(sound, 'test', known),
    bench: missing(sound, 'bench', known),
    profile: missing(sound, 'profile', known),
    probe: missing(sound, 'probe', known),
    gc: missing(sound, 'gc', known),
    timings: options.timings === 'committed' ? [] : untimed(sound, known),
  };
  const programs = targets([...wanted.run, ...wanted.gc]);
  const testers = targets([...wanted.test, ...wanted.bench, ...wanted.profile, ...wanted.timings]);
  const links = programs.length + testers.length + targets(wanted.probe).length;
  // A build that runs nothing needs no sandbox.
  if (links === 0) return;
  onProgress({ phase: 'link', done: 0, total: links });
  const { workspace, go } = batch;
  const runner = { workspace, sandbox: await batch.sandbox(), toolchain: go.toolchain };
  const linked = {
    run: await link(batch, 'build', programs),
    test: await link(batch, 'test', testers),
  };
  onProgress({ phase: 'link', done: programs.length + testers.length, total: links });

  const step = <P extends Phase>(part: P, binaries: Map<Package, Linked>, of = wanted[part]) =>
    startable(of, part, packages, binaries, known);
  const benchLimits = { ...options.run, timeoutMs: options.bench.timeoutMs };
  const bench = ({ target, binary }: Start, time: string, count = 1) =>
    runBinary(runner, target, { binary, args: benchArgs(time, count), reads: placeOf(target) }, benchLimits);
  await runAll(step('run', linked.run), 'run', known.run, ({ job, target, binary }) =>
    runBinary(runner, target, { binary, args: job.unit.run!.args }, options.run),
  );
  // The probe does not fit into a package that is no program, and a program that fails needs none.
  const sane = wanted.probe.filter(({ unit, keys }) => {
    const plain = known.run.get(keys.run!);
    if (!plain || !endsAsExpected(plain, unit.run!)) return false;
    if (!isDeadlock(plain)) return true;
    known.probe.set(keys.probe!, { failure: plain });
    return false;
  });
  const probes = await link(batch, 'probe', targets(sane));
  if (sane.length > 0) onProgress({ phase: 'link', done: links, total: links });
  await runAll(step('probe', probes, sane), 'probe', known.probe, ({ job, target, binary }) =>
    probe(runner, target, binary, job.unit.run!, options.run),
  );
  await runAll(step('gc', linked.run), 'gc', known.gc, ({ job, target, binary }) =>
    gctrace(runner, target, binary, job.unit.run!, options.run),
  );
  await runAll(step('test', linked.test), 'test', known.test, ({ target, binary }) =>
    runBinary(runner, target, { binary, args: TEST_ARGS, reads: placeOf(target) }, options.run),
  );
  await runAll(step('bench', linked.test), 'bench', known.bench, async (start) =>
    counted(await bench(start, COUNTED, COUNTS)),
  );
  await runAll(step('profile', linked.test), 'profile', known.profile, async ({ job, target, binary }) => {
    const { benchmarks, failure } = known.bench.get(job.keys.bench!)!;
    const names = benchmarks.map(({ name }) => name);
    const program = { binary, reads: placeOf(target) };
    return failure ? undefined : profileBenchmarks(runner, target, program, names, benchLimits);
  });
  await measureAll(step('bench', linked.test, wanted.timings));

  async function runAll<T>(
    starts: Start[],
    phase: Phase,
    results: Map<string, T>,
    run: (start: Start) => Promise<T | undefined>,
  ) {
    const limit = pLimit(availableParallelism());
    let done = 0;
    const runs = starts.map((start) =>
      limit(async () => {
        const result = await run(start);
        if (result !== undefined) results.set(start.job.keys[phase]!, result);
        onProgress({ phase, done: ++done, total: starts.length, unit: start.job.unit.id });
      }),
    );
    await Promise.all(runs);
  }

  /** Comes last, when nothing else is running any more. */
  async function measureAll(starts: Start[]) {
    const { count, time } = options.bench;
    const sure = starts.filter(({ job }) => !known.bench.get(job.keys.bench!)?.failure);
    const rounds = sure.map((start): [Start, Round] => [start, () => bench(start, time)]);
    if (rounds.length === 0) return;
    let done = 0;
    const onRound = ({ job }: Start) =>
      onProgress({ phase: 'measure', done: ++done, total: sure.length * count, unit: job.unit.id });
    const measured = await measureAlone(
      () => measure(new Map(rounds), count, onRound),
      () => onProgress({ phase: 'wait', done: 0, total: 1 }),
    );
    for (const [{ job }, { failure, ...timings }] of measured) {
      if (failure) known.bench.set(job.keys.bench!, { ...known.bench.get(job.keys.bench!)!, failure });
      else known.timings.set(job.timing!.inputs, { machine, toolchain: batch.go.toolchain, ...timings });
    }
  }
}

/** The parts that are programs to run. */
type Phase = 'run' | 'gc' | 'test' | 'bench' | 'profile' | 'probe';

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

/** The jobs whose timings are wanted and not known, one for each of their inputs. */
function untimed(jobs: Job[], known: Known): Job[] {
  const wanted = jobs.flatMap((job): [string, Job][] => {
    const inputs = job.timing?.inputs;
    return inputs === undefined || known.timings.has(inputs) ? [] : [[inputs, job]];
  });
  return [...new Map(wanted).values()];
}

/** The jobs that have a binary; why the others have none is noted in `known`. */
function startable(
  jobs: Job[],
  part: Phase,
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
