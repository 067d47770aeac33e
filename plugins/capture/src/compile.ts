import type { CompileError } from '@escapement/facts';
import { relative } from 'node:path';
import { runGo } from './go-command.ts';
import { atLimit, compileLimits } from './limits-compile.ts';
import { errorsOf, parseListed, type Places } from './listed.ts';
import type { ExamplesModule } from './module.ts';
import type { CaptureOptions } from './options.ts';
import type { Package } from './package.ts';
import { readSaid, type Said } from './said.ts';
import type { Sandbox } from './sandbox-program.ts';
import { goMissing, type Go } from './toolchain.ts';
import { writeGoWork, type Workspace } from './workspace.ts';

/** What one compile said about a package, in the shape that the store keeps. */
export interface Compiled extends Said {
  errors: CompileError[];
  /** Set where the package was not handed to Go at all. */
  refused?: true;
}

/** All that the steps of one batch share. */
export interface Batch {
  go: Go;
  workspace: Workspace;
  module?: ExamplesModule;
  gcflags: string[];
  root: string;
  /** Limits of the compiler and the linker. */
  limits: CaptureOptions['compile'];
  /** What programs run in; opened at the first that is to be run. */
  sandbox: () => Promise<Sandbox>;
}

/** Listens to how far a compile is. */
interface CompileListener {
  onPackage?: (done: number) => void;
  /** Told of each module that is fetched, as it begins: `golang.org/x/sync v0.16.0`. */
  onDownload?: (module: string) => void;
}

/** Flags that compile and link share, so that the link finds the compiled package in Go's cache. */
export function buildFlags(gcflags: string[]): string[] {
  // -e: all errors, not the first ten. -trimpath: the same text, and cache entry, in any directory.
  // -S: the generated code, for the allocator calls in it.
  return [
    `-gcflags=${['-m=2', '-S', '-e', ...gcflags].join(' ')}`,
    '-trimpath',
    '-buildvcs=false',
    '-pgo=off',
  ];
}

/** The environment of the go commands of a batch. */
function batchEnv({ go, workspace: { dir } }: Batch): NodeJS.ProcessEnv {
  return { ...go.env, GOWORK: `${dir}/go.work`, PWD: dir };
}

/** The environment and the limits of a go command of a batch. */
export function goOptions(batch: Batch, packages: Package[]) {
  const limits = compileLimits(batch.limits, packages.length);
  return { env: batchEnv(batch), timeoutMs: batch.limits.commandTimeoutMs, limits, packages };
}

/**
 * Compiles all packages with one go command that never links. A package that does not compile has its
 * errors; the others are not touched by that. Throws `go-missing` where the go command fails as a whole.
 */
export async function compile(
  batch: Batch,
  packages: Package[],
  { onPackage = () => {}, onDownload = () => {} }: CompileListener = {},
): Promise<Map<Package, Compiled>> {
  const listener = { onPackage, onDownload };
  const whole = await list(batch, packages, listener);
  if (!('failure' in whole)) return whole.compiled;

  // Only a broken go.mod of the project's own module does this; fences that don't need it go on.
  await writeGoWork(batch.workspace, batch.go);
  const apart = packages.filter(({ files }) => files);
  const rest = batch.module ? await list(batch, apart, listener) : whole;
  if ('failure' in rest) throw goMissing(`The go command failed:\n${rest.failure}`);
  const failure = [relative(batch.workspace.dir, batch.root), batch.root].reduce(
    (text, path) => text.replaceAll(`${path}/`, ''),
    whole.failure,
  );
  return new Map(packages.map((target) => [target, withFailure(target, rest.compiled.get(target), failure)]));
}

async function list(
  batch: Batch,
  packages: Package[],
  { onPackage, onDownload }: Required<CompileListener>,
): Promise<{ compiled: Map<Package, Compiled> } | { failure: string }> {
  if (packages.length === 0) return { compiled: new Map() };
  const { go, workspace, gcflags, root } = batch;
  const { dir: cwd, signal } = workspace;
  const said = readSaid(packages, onPackage);
  // What the go command itself has to say comes before any compiler's.
  let start = '';
  let downloads = 0;
  const args = ['list', '-e', '-export', '-json=ImportPath,Error,DepsErrors', ...buildFlags(gcflags)];
  if (packages.some(({ tests }) => tests)) args.push('-test');
  args.push(...packages.map(({ pattern }) => pattern));
  const { exit, stdout } = await runGo(go.command, args, {
    ...goOptions(batch, packages),
    cwd,
    signal,
    onStderr(text) {
      said.push(text);
      if (start.length >= 10_000) return;
      start += text;
      for (const [, module] of [...start.matchAll(DOWNLOAD)].slice(downloads)) {
        downloads++;
        onDownload(module!);
      }
    },
  });
  if (exit !== 0) return { failure: start.replaceAll(DOWNLOAD, '').trim() };
  onPackage(packages.length);
  const listed = parseListed(stdout);
  const places: Places = { cwd, root, goroot: go.goroot };
  const result = packages.map((target) => {
    return [target, { ...said.of(target), errors: atLimit(errorsOf(target, listed, places)) }] as const;
  });
  return { compiled: new Map(result) };
}

const DOWNLOAD = /^go: downloading (.+)\n/gm;

/** Tells the packages that needed the module why they could not have it. */
function withFailure(target: Package, compiled: Compiled | undefined, failure: string): Compiled {
  const { errors, ...said } = compiled ?? { text: '', foreign: 0, errors: [] };
  // What Go says without the module is only that it is not there.
  return { ...said, errors: target.module ? [{ message: failure }] : errors };
}
