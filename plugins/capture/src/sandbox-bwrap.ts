import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { ENVIRONMENT, PLACES, type Confined, type Program } from './sandbox-program.ts';
import { spawnGroup } from './spawn.ts';

/**
 * Runs a program in bubblewrap. Go programs without cgo need no other file, so that almost nothing is
 * there: the program, three devices, time zones, an empty home and an empty /tmp in memory. No network but
 * a loopback of its own, no other process to be seen, no capability, and no more than a pipe to us.
 */
export function inBwrap(bwrap: string, { binary, args, reads, writes, env = {} }: Program): Confined {
  const cwd = reads ? PLACES.reads : PLACES.home;
  const variables = { ...ENVIRONMENT, HOME: PLACES.home, TMPDIR: '/tmp', PWD: cwd, ...env };
  const shares = [
    '--ro-bind',
    binary,
    PLACES.binary,
    ...(reads ? ['--ro-bind', reads, PLACES.reads] : []),
    ...(writes ? ['--bind', writes.path, writes.as] : []),
  ];
  return {
    command: bwrap,
    args: [...WALLS, ...variablesOf(variables), ...shares, ...CLOSED, '--chdir', cwd, PLACES.binary, ...args],
    cwd: '/',
    // The program can read the environment of bubblewrap's own process.
    env: {},
    tidy: (text) => text.replaceAll(PLACES.home, '$HOME'),
  };
}

/**
 * Finds bubblewrap on PATH and builds the whole sandbox around a program that is not there. Returns the
 * path of bubblewrap where that is all that is wrong, else the reason in its own words.
 */
export async function findBwrap(): Promise<{ bwrap: string } | { trouble: string }> {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((dir) => join(dir, 'bwrap'));
  const bwrap = places.find((place) => isAbsolute(place) && existsSync(place));
  if (!bwrap) return { trouble: 'bubblewrap (bwrap) is not installed' };
  const args = [...WALLS, ...CLOSED, PLACES.binary];
  const { stderr } = await spawnGroup(bwrap, args, { cwd: '/', env: {}, timeoutMs: 10_000 });
  if (stderr.includes(`execvp ${PLACES.binary}:`)) return { bwrap };
  const said = stderr.trim().replace(/^bwrap: /, '') || 'it says nothing';
  return { trouble: `bubblewrap (bwrap) cannot be used: ${said}` };
}

/** Home and /tmp are memory of the machine: a program must not fill it. */
const ROOM = String(64 << 20);

const WALLS = words(`
  --unshare-user --unshare-pid --unshare-net --unshare-ipc --unshare-uts --unshare-cgroup-try
  --uid 65534 --gid 65534 --cap-drop ALL --hostname gopher --new-session --die-with-parent --clearenv
  --proc /proc
  --dev-bind /dev/null /dev/null --dev-bind /dev/zero /dev/zero --dev-bind /dev/urandom /dev/urandom
  --ro-bind-try /usr/share/zoneinfo /usr/share/zoneinfo
  --ro-bind-try /sys/kernel/mm/transparent_hugepage /sys/kernel/mm/transparent_hugepage
  --size ${ROOM} --tmpfs /tmp --size ${ROOM} --tmpfs ${PLACES.home}`);

/** The last step: until then the places of the mounts are made. */
const CLOSED = ['--remount-ro', '/'];

function variablesOf(variables: Record<string, string>): string[] {
  return Object.entries(variables).flatMap(([name, value]) => ['--setenv', name, value]);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
