import { spawnGroup } from '@escapement/capture';

/**
 * Which of these files have changes that no commit holds, or are unknown to git; paths from the root of the
 * repository. None where there is no repository, or no git.
 */
export async function uncommitted(cwd: string, paths: string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const args = ['--no-optional-locks', 'status', '--porcelain', '-z', '--', ...paths];
  const { exit, stdout } = await spawnGroup('git', args, { cwd, env: process.env }).catch(() => ({
    exit: -1,
    stdout: '',
  }));
  if (exit !== 0) return [];
  // Two letters for the state, a space, the path.
  return stdout
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice(3));
}
