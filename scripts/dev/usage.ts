import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What a process holds, with all that it has started. */
export interface Usage {
  /** Processes that it has started, and these in turn. */
  processes: number;
  /** Its open files, pipes and watches; not connections, which come and go with who asks. */
  descriptors: number;
  /** Temporary folders of ours that carry its id in their names. */
  folders: number;
  /** Resident memory of the process itself. */
  megabytes: number;
}

/** Reads from /proc what a process holds: on Linux only. */
export function usageOf(pid: number): Usage {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]);
  return {
    processes: descendants(pid),
    descriptors: openFiles(pid),
    folders: readdirSync(tmpdir()).filter((name) => name.startsWith(`escapement-${pid}-`)).length,
    megabytes: kilobytes / 1_000,
  };
}

function openFiles(pid: number): number {
  const targets = readdirSync(`/proc/${pid}/fd`).map((fd) => target(`/proc/${pid}/fd/${fd}`));
  return targets.filter((name) => name !== '' && !name.startsWith('socket:')).length;
}

/** Empty where the file was closed in between. */
function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

function descendants(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.reduce((sum, child) => sum + 1 + descendants(Number(child)), 0);
}

/** The fourth field, behind a name that may hold anything (proc_pid_stat(5)). */
function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
