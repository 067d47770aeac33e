import { ENVIRONMENT, PLACES, type Confined, type Program } from './sandbox-program.ts';
import { spawnGroup } from './spawn.ts';

/**
 * Runs a program in bubblewrap. Go programs without cgo need no other file, so that almost nothing is
 * there: the program, three devices, time zones, an empty home and an empty /tmp in memory. No network but
 * a loopback of its own, no other process to be seen, no capability, and no more than a pipe to us.
 */
export function inBwrap({ binary, args, reads, writes, env = {} }: Program): Confined {
  const cwd = reads ? PLACES.reads : PLACES.home;
  const variables = { ...ENVIRONMENT, HOME: PLACES.home, TMPDIR: '/tmp', PWD: cwd, ...env };
  const shares = [
    ...['--ro-bind', binary, PLACES.binary],
    ...(reads ? ['--ro-bind', reads, PLACES.reads] : []),
    ...(writes ? ['--bind', writes.path, writes.as] : []),
  ];
  return {
    command: 'bwrap',
    args: [...WALLS, ...variablesOf(variables), ...shares, ...CLOSED, '--chdir', cwd, PLACES.binary, ...args],
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? ENVIRONMENT.PATH },
    tidy: (text) => text.replaceAll(PLACES.home, '$HOME'),
  };
}

/**
 * Builds the whole sandbox around a program that is not there. Returns undefined where that is all that
 * is wrong, else the reason in bubblewrap's own words.
 */
export async function tryBwrap(): Promise<string | undefined> {
  const args = [...WALLS, ...CLOSED, PLACES.binary];
  const env = { PATH: process.env['PATH'] };
  const { stderr } = await spawnGroup('bwrap', args, { cwd: '/', env, timeoutMs: 10_000 }).catch(() => ({
    stderr: 'bwrap: it is not installed',
  }));
  if (stderr.includes(`execvp ${PLACES.binary}:`)) return undefined;
  return `bubblewrap (bwrap) cannot be used, ${stderr.trim().replace(/^bwrap: /, '') || 'it says nothing'}`;
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
