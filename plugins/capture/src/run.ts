import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFacts } from '@escapement/facts';
import { withoutWorkspace, type Package } from './package.ts';
import { spawnGroup } from './spawn.ts';
import type { Workspace } from './workspace.ts';

/** Limits of one program. */
export interface Limits {
  timeoutMs: number;
  maxOutputBytes: number;
}

/**
 * Runs a program in a fresh directory, with an environment that holds nothing of the user's. `cwd` is
 * for tests of a directory, which may read their `testdata`.
 */
export async function runBinary(
  workspace: Workspace,
  target: Package,
  binary: string,
  args: string[],
  limits: Limits,
  cwd?: string,
): Promise<RunFacts> {
  const runs = join(workspace.dir, 'run');
  await mkdir(runs, { recursive: true });
  const home = await mkdtemp(join(runs, 'r'));
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, TMPDIR: home, PWD: cwd ?? home };
  const facts = await spawnGroup(binary, args, {
    cwd: cwd ?? home,
    env,
    signal: workspace.signal,
    ...limits,
  }).catch((error) => {
    if (workspace.signal.aborted) throw error;
    // Another target's program: linked, but not to be run here.
    return {
      ending: 'exited' as const,
      exit: 126,
      stdout: '',
      stderr: `The program cannot be started: ${error.code}`,
    };
  });
  const tidy = (text: string) => withoutWorkspace(text.replaceAll(home, '$HOME'), target);
  return { ...facts, stdout: tidy(facts.stdout), stderr: tidy(facts.stderr) };
}
