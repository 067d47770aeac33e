import { makeTemporary, sweepLeftovers } from '@escapement/capture';
import { existsSync, rmSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../git.ts';

/**
 * Runs `work` on the project as it was at a commit, in a worktree of its own in a temporary folder, which is
 * removed afterwards: also when `work` throws, and when a signal ends this process. Packages of npm are those of
 * the project as it is now.
 *
 * @param work is given the root of the project in the worktree
 * @throws where the project is not in a git repository, or does not know the commit
 */
export async function withWorktree<T>(
  root: string,
  commit: string,
  work: (root: string) => Promise<T>,
): Promise<T> {
  const verified = await git(root, ['rev-parse', '--verify', '--end-of-options', `${commit}^{commit}`]);
  const prefix = (await git(root, ['rev-parse', '--show-prefix'])).trim();
  const top = (await git(root, ['rev-parse', '--show-toplevel'])).trim();
  await sweepLeftovers();
  // What a process that was killed has left behind.
  await git(root, ['worktree', 'prune']);
  const folder = await makeTemporary();
  const tree = join(folder, 'tree');
  const added = git(root, ['worktree', 'add', '--quiet', '--detach', tree, verified.trim()]);
  const close = onceAtEnd(folder, async () => {
    await added.catch(() => undefined);
    await git(root, ['worktree', 'remove', '--force', tree]).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    await git(root, ['worktree', 'prune']);
  });
  try {
    await added;
    for (const place of new Set(['', prefix])) await linkPackages(join(top, place), join(tree, place));
    return await work(join(tree, prefix));
  } finally {
    await close();
  }
}

/** Options may import packages, which are in no commit. */
async function linkPackages(from: string, to: string): Promise<void> {
  const [packages, link] = [join(from, 'node_modules'), join(to, 'node_modules')];
  if (existsSync(packages) && existsSync(to) && !existsSync(link)) await symlink(packages, link, 'dir');
}

/** Does it once: when it is called, or when a signal comes, which ends the process only then. */
function onceAtEnd(folder: string, remove: () => Promise<void>): () => Promise<void> {
  let removed: Promise<void> | undefined;
  const close = async () => {
    removed ??= remove();
    await removed;
    forget();
  };
  const onSignal = async (signal: NodeJS.Signals) => {
    await close();
    // Whoever has begun to listen meanwhile cleans up too.
    process.kill(process.pid, signal);
  };
  const onExit = () => rmSync(folder, { recursive: true, force: true });
  const forget = () => {
    process.off('exit', onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return close;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
