import { readdirSync, readFileSync } from 'node:fs';

/** A process that lives. */
export interface Living {
  pid: number;
  /** Resident memory. */
  memoryBytes: number;
}

/**
 * A process and all its descendants, as /proc of Linux shows them (proc(5)); empty where it has ended.
 * Ends at `limit` + 1 of them: more is too many, however many.
 */
export function descendants(pid: number, limit: number): Living[] {
  const found: Living[] = [];
  const queue = [pid];
  for (const next of queue) {
    if (found.length > limit) break;
    const status = read(`/proc/${next}/status`);
    if (status === '') continue;
    found.push({ pid: next, memoryBytes: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024 });
    queue.push(...childrenOf(next));
  }
  return found;
}

/** Each thread has children of its own. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((word) => word !== '')
      .map(Number),
  );
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** A process may end between two looks. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
