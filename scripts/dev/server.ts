import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { shellEnvironment } from '../browse/environment.ts';

const astro = join(import.meta.dirname, '../../node_modules/astro/bin/astro.mjs');

/** A running `astro dev`. */
export interface DevServer {
  pid: number;
  url: string;
  /** What it has printed so far. */
  log(): string;
  /** The page as a reader gets it. */
  get(path: string): Promise<string>;
  stop(): void;
}

/**
 * Starts `astro dev` in a folder, on a port that is free, and waits until it answers.
 *
 * @param flags for Node, such as `--cpu-prof`
 * @throws with what it printed, where it ends or does not answer within two minutes
 */
export async function startDev(
  cwd: string,
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<DevServer> {
  const child = spawn(process.execPath, [...flags, astro, 'dev'], {
    cwd,
    env: { ...shellEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    if (child.exitCode !== null) throw new Error(`the dev server ended:\n${output}`);
    // Of a port that is in use it takes the next one.
    const url = /Local\s+(http:\S+:\d+)/.exec(output)?.[1];
    const get = async (path: string) => (await fetch(url + path)).text();
    if (url && (await get('/').catch(() => undefined)) !== undefined)
      return { pid: child.pid!, url, get, log: () => output, stop: () => void child.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`the dev server did not answer:\n${output}`);
}
