import { spawnGroup } from '@escapement/capture';

/**
 * What a git command prints.
 *
 * @throws an Error with what git says where it fails, or where there is none
 */
export async function git(cwd: string, args: string[]): Promise<string> {
  const { exit, stdout, stderr } = await spawnGroup('git', args, { cwd, env: process.env });
  if (exit !== 0) throw new Error(`Unexpected answer of git:\n${stderr.trim()}`);
  return stdout;
}
