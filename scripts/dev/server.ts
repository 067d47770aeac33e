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
 * Starts `astro dev` in a folder, and waits until it answers.
 *
 * @param flags for Node, such as `--cpu-prof`
 * @throws with what it printed, where it ends or does not answer within half a minute
 */
export async function startDev(
  cwd: string,
  port: number,
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<DevServer> {
  const child = spawn(process.execPath, [...flags, astro, 'dev', '--port', String(port)], {
    cwd,
    env: { ...shellEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const url = `http://localhost:${port}`;
  const get = async (path: string) => (await fetch(url + path)).text();
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the dev server ended:\n${output}`);
    const answer = await get('/').catch(() => undefined);
    if (answer !== undefined)
      return { pid: child.pid!, url, get, log: () => output, stop: () => void child.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`the dev server did not answer:\n${output}`);
}
