import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { makeTemporary, sweepLeftovers } from './leftovers.ts';
import type { ExamplesModule } from './module.ts';
import { FENCES, type Package } from './package.ts';
import type { Go } from './toolchain.ts';

/** A temporary directory, with a signal that is aborted when this process must end. */
export interface Workspace {
  dir: string;
  signal: AbortSignal;
}

/**
 * Runs `work` with a fresh directory and removes it afterwards: also when `work` throws, at Ctrl-C and
 * at `process.exit`, where the signal first ends the processes that still write there.
 */
export async function withWorkspace<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
  await sweepLeftovers();
  const dir = await makeTemporary();
  const abort = new AbortController();
  const leave = () => {
    abort.abort(new Error('The capture was interrupted.'));
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  const onSignal = (signal: NodeJS.Signals) => {
    leave();
    forget();
    // Only where nobody else listens would the signal have ended this process.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', leave);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', leave);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work({ dir, signal: abort.signal });
  } finally {
    forget();
    leave();
  }
}

/** Writes the fences' packages and the module that holds them. */
export async function writePackages({ dir }: Workspace, packages: Package[], go: Go): Promise<void> {
  await writeFile(join(dir, 'go.mod'), `module ${FENCES}\n\ngo ${go.language}\n`);
  await pLimit(OPEN_FILES).map(packages, async ({ dir: place, files = [] }) => {
    if (files.length > 0) await mkdir(place, { recursive: true });
    for (const { name, source } of files) await writeFile(join(place, name), source);
  });
}

/** How many files are written at once: a process may have few open, 256 on some systems. */
export const OPEN_FILES = 16;

/** Writes go.work, which joins the fences with the project's own module and its dependencies. */
export async function writeGoWork({ dir }: Workspace, go: Go, module?: ExamplesModule): Promise<void> {
  const uses = ['.', ...(module ? [module.dir] : [])].map((use) => `use ${JSON.stringify(use)}\n`);
  await writeFile(join(dir, 'go.work'), `go ${go.release}\n\n${uses.join('')}`);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
