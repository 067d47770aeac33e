import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shellEnvironment } from '../../scripts/browse/environment.ts';
import { startDev, type DevServer } from '../../scripts/dev/server.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const astro = join(repository, 'node_modules/astro/bin/astro.mjs');

/** A copy of a fixture site that a test may change. */
export interface Project {
  root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Replaces a part of a file, which must be there. */
  edit(path: string, from: string, to: string): void;
  /** @param from the folder in which it is started: the project's, or a link to it */
  build(env?: Record<string, string>, from?: string): Promise<Built>;
  dev(env?: Record<string, string>): Promise<DevServer>;
}

/** What a command printed, and how it ended. */
export interface Built {
  code: number;
  output: string;
}

/** Copies `tests/fixtures/site` into the ignored folder of the repository, where packages resolve. */
export function project(name: string): Project {
  const root = join(repository, '.escapement', 'test-sites', name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(join(repository, 'tests/fixtures/site'), root, { recursive: true });
  const at = (path: string): string => join(root, path);
  return {
    root,
    read: (path) => readFileSync(at(path), 'utf8'),
    write(path, text) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    remove: (path) => rmSync(at(path)),
    edit(path, from, to) {
      const text = readFileSync(at(path), 'utf8');
      if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
      writeFileSync(at(path), text.replace(from, to));
    },
    build: (env, from = root) => finished(start(from, ['build'], env)),
    dev: (env) => startDev(root, env),
  };
}

type Started = { child: ChildProcess; output: () => string };

function start(cwd: string, args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [astro, ...args], {
    cwd,
    env: { ...shellEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  return { child, output: () => output };
}

function finished({ child, output }: Started): Promise<Built> {
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code: code ?? -1, output: output() })),
  );
}
