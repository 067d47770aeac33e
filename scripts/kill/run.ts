import { spawn } from 'node:child_process';

/** A Node program that is to be killed. */
export interface Command {
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}

/** When it is killed: so many milliseconds after its start, or after a condition is first met. */
export interface Kill {
  after: number;
  from?: (() => boolean) | undefined;
}

/** How it ended; `exit` is undefined where it was killed. */
export interface Ended {
  exit: number | undefined;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end, or kills it (SIGKILL, so that nothing can be put in order). */
export function run({ args, cwd, env }: Command, kill?: Kill): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let timer: NodeJS.Timeout | undefined;
  const watch = setInterval(() => {
    if (!kill || kill.from?.() === false) return;
    clearInterval(watch);
    timer = setTimeout(() => child.kill('SIGKILL'), kill.after);
  }, 1);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (said.stdout += text));
  child.stderr.on('data', (text) => (said.stderr += text));
  child.on('error', reject);
  child.on('exit', (code) => {
    clearTimeout(timer);
    clearInterval(watch);
    // What it started may hold the pipes open.
    setTimeout(() => resolve({ exit: code ?? undefined, ...said }), code === null ? 0 : 50);
  });
  return promise;
}
