import type { Ending } from '@escapement/facts';
import { descendants } from './limits-tree.ts';
import type { Watch } from './spawn.ts';

/** What a program may take together with all that it has started. */
export interface TreeLimits {
  memoryBytes: number;
  /** Processes that live at the same time. */
  processes: number;
}

/**
 * Looks, a few times a second, at a program and all its descendants. The kernel has no limit for that
 * without cgroups: its limit of processes counts all of the user's, and its limits of memory are for
 * each process. Only on Linux; elsewhere the limits of one process have to do.
 */
export function watchTree({ memoryBytes, processes }: TreeLimits): Watch {
  return (pid, stop) => {
    if (process.platform !== 'linux') return () => {};
    const timer = setInterval(() => {
      const tree = descendants(pid, processes + WRAPPERS);
      const ending = endingOf(tree, memoryBytes, processes + WRAPPERS);
      if (ending) stop(ending);
    }, PERIOD);
    return () => clearInterval(timer);
  };
}

/** Milliseconds. A look costs about a tenth of one, so that benchmarks don't feel it. */
const PERIOD = 50;

/** bubblewrap is two processes. */
const WRAPPERS = 2;

function endingOf(
  tree: { memoryBytes: number }[],
  memoryBytes: number,
  processes: number,
): Ending | undefined {
  if (tree.length > processes) return 'process-limit';
  const used = tree.reduce((sum, one) => sum + one.memoryBytes, 0);
  return used > memoryBytes ? 'memory-limit' : undefined;
}
