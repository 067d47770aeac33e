import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { Ending, RunFacts } from '@escapement/facts';

/** How a process is started, and what ends it. */
export interface SpawnOptions {
  cwd: string;
  /** The whole environment: nothing is inherited. */
  env: NodeJS.ProcessEnv;
  /** What it reads from stdin; without it stdin is empty. */
  input?: string;
  /** Wall-clock limit in milliseconds. */
  timeoutMs?: number;
  /** Limit of stdout and stderr together, in bytes; the rest is cut off. */
  maxOutputBytes?: number;
  /** Kills the process group; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Takes stdout piece by piece; `stdout` of the result is then empty. */
  onStdout?: (text: string) => void;
  /** Takes stderr piece by piece; `stderr` of the result is then empty. */
  onStderr?: (text: string) => void;
  /** Watches the process for as long as it lives. */
  watch?: Watch;
}

/** Begins to watch a process, which `stop` ends for the reason given; returns how to stop watching. */
export type Watch = (pid: number, stop: (ending: Ending) => void) => () => void;

/**
 * Runs a command in a process group of its own and waits for its end. At a limit, at an abort and after its own end the whole group gets SIGKILL, so that nothing it started stays.
 *
 * Output is decoded as UTF-8. Rejects only where the command could not be started (`ENOENT`) or was
 * aborted; every other ending is in the result.
 */
export function spawnGroup(command: string, args: string[], options: SpawnOptions): Promise<RunFacts> {
  const { cwd, env, timeoutMs, maxOutputBytes = Infinity, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<RunFacts>();
  if (signal?.aborted) {
    reject(signal.reason);
    return promise;
  }
  const stdin = options.input === undefined ? 'ignore' : 'pipe';
  const stdio = [stdin, 'pipe', 'pipe'] as [typeof stdin, 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd, env, detached: true, stdio }) as Child;
  // It may end without having read all of it.
  child.stdin?.on('error', () => {}).end(options.input);
  let stopped: Ending | undefined;
  const stop = (ending: Ending) => {
    stopped ??= ending;
    killGroup(child);
  };

  let room = maxOutputBytes;
  const take = (chunk: Buffer): Buffer => {
    const kept = chunk.subarray(0, Math.max(0, room));
    room -= chunk.length;
    if (room < 0) stop('output-limit');
    return kept;
  };
  const stdout = gather(child.stdout, take, options.onStdout);
  const stderr = gather(child.stderr, take, options.onStderr);

  const timer = timeoutMs === undefined ? undefined : setTimeout(() => stop('timeout'), timeoutMs);
  let closing: NodeJS.Timeout | undefined;
  const unwatch = child.pid === undefined ? undefined : options.watch?.(child.pid, stop);
  const onAbort = () => stop('signal');
  signal?.addEventListener('abort', onAbort);

  child.on('error', reject);
  child.on('exit', () => {
    unwatch?.();
    killGroup(child);
    // A child that left the group would hold the pipes, and so this promise, open.
    closing = setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream.destroy()), 500);
  });
  child.on('close', (code, killedBy) => {
    clearTimeout(timer);
    clearTimeout(closing);
    signal?.removeEventListener('abort', onAbort);
    if (signal?.aborted) return reject(signal.reason);
    const ending = stopped ?? (killedBy ? 'signal' : 'exited');
    resolve({
      ending,
      exit: ending === 'exited' ? (code ?? -1) : ending === 'signal' ? statusOf(killedBy) : -1,
      ...(ending === 'signal' && killedBy && { signal: killedBy }),
      stdout: stdout(),
      stderr: stderr(),
    });
  });
  return promise;
}

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>;

/** A signal as an exit status, the way shells and bubblewrap tell it. */
function statusOf(signal: NodeJS.Signals | null): number {
  return signal ? 128 + constants.signals[signal] : -1;
}

/** Feeds a stream to `listen`, or returns its text at the end. */
function gather(
  stream: NodeJS.ReadableStream,
  take: (chunk: Buffer) => Buffer,
  listen?: (text: string) => void,
): () => string {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  stream.on('data', (chunk: Buffer) => {
    // `stream: true` holds back a character that the chunk, or the limit, cuts in two.
    const text = decoder.decode(take(chunk), { stream: true });
    if (listen) listen(text);
    else pieces.push(text);
  });
  return () => pieces.join('');
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}
