import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a temporary directory whose name tells whose it is. */
export async function makeTemporary(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`)));
}

/**
 * Removes the temporary directories of builds that were killed: no process can clean up behind SIGKILL.
 * A directory is left over when the process that its name tells is gone. What can't be removed stays.
 */
export async function sweepLeftovers(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  const left = names.filter((name) => {
    const owner = OWNED.exec(name);
    return owner !== null && !isRunning(Number(owner[1]));
  });
  await Promise.all(
    left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

const PREFIX = 'escapement-';
const OWNED = /^escapement-(\d+)-\w+$/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
