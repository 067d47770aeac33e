import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Unit } from '@escapement/facts';
import { onTestFinished } from 'vitest';
import { captureOptions, openCapture, type Capture } from '../src/index.ts';

/** A project in a directory of its own, which goes away with the test. */
export interface Project {
  root: string;
  write(path: string, text: string): Promise<void>;
  /** Opens the engine with options as an author would write them. */
  open(options?: object): Promise<Capture>;
  /** The go commands that were started so far, without `go env`. */
  started(): Promise<string[]>;
}

/** Makes a project from a map of paths to contents. Its go is a script that notes each call. */
export async function project(contents: Record<string, string> = {}): Promise<Project> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'capture-test-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const [path, text] of Object.entries(contents)) await write(path, text);
  await write('go.sh', `#!/bin/sh\necho "$@" >> '${root}/go.log'\nexec go "$@"\n`);
  await chmod(join(root, 'go.sh'), 0o755);
  return {
    root,
    write,
    open: (options = {}) =>
      openCapture(root, captureOptions.parse({ go: './go.sh', timings: 'measure', ...options })),
    async started() {
      const log = await readFile(join(root, 'go.log'), 'utf8');
      return log.split('\n').filter((line) => line !== '' && !line.startsWith('env '));
    },
  };
}

/** A unit of one file. */
export function fence(id: string, source: string, more: Partial<Unit> = {}, name = 'main.go'): Unit {
  return files(id, { [name]: source }, more);
}

/** A unit of several files. */
export function files(id: string, sources: Record<string, string>, more: Partial<Unit> = {}): Unit {
  const list = Object.entries(sources).map(([name, source]) => ({ name, source }));
  return { ...BARE, id, package: { kind: 'files', files: list }, ...more };
}

/** A unit that is a directory of the project. */
export function directory(id: string, dir: string, more: Partial<Unit> = {}): Unit {
  return { ...BARE, id, package: { kind: 'directory', dir }, ...more };
}

/** A program whose `main` has this body. */
export function main(body: string, ...imports: string[]): string {
  return `package main\n\n${imports.map((path) => `import "${path}"\n`).join('')}\nfunc main() {\n${body}\n}\n`;
}

const BARE = { fails: false, test: false, bench: false };
