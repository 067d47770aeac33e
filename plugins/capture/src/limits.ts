import type { RunFacts } from '@escapement/facts';

/** What a process, and each one that it starts, may take from the machine. Absent means no limit. */
export interface ProcessLimits {
  memoryBytes?: number;
  /** Largest file that may be written, in bytes. */
  fileBytes?: number;
  /** Processor time, in seconds. */
  cpuSeconds?: number;
}

/**
 * Puts the kernel's own limits (setrlimit) around a command, by a shell that then becomes the command:
 * Node cannot set them. A limit that the machine has lowered further already stays as it is.
 *
 * Memory is RLIMIT_DATA: RLIMIT_AS would count the address space that Go reserves and never uses.
 */
export function withLimits(
  command: string,
  args: string[],
  { memoryBytes, fileBytes, cpuSeconds }: ProcessLimits,
): { command: string; args: string[] } {
  if (process.platform === 'win32') return { command, args };
  const limits = [
    'ulimit -c 0',
    ...(memoryBytes === undefined ? [] : [`ulimit -d ${kibibytes(memoryBytes + OWN)}`]),
    // POSIX counts files in blocks of 512 bytes, whatever the disk has.
    ...(fileBytes === undefined ? [] : [`ulimit -f ${Math.ceil(fileBytes / 512)}`]),
    // Soft and hard are the same, so that the process is killed and cannot print a trace first.
    ...(cpuSeconds === undefined ? [] : [`ulimit -t ${Math.ceil(cpuSeconds)}`]),
  ];
  return {
    command: '/bin/sh',
    args: ['-c', `{ ${limits.join('; ')}; } 2>&-; exec "$0" "$@"`, command, ...args],
  };
}

/** True where Go's runtime ended itself, because the kernel gave it no more memory (runtime/malloc.go). */
export function outOfMemory({ ending, exit, stderr }: RunFacts): boolean {
  return ending === 'exited' && exit === 2 && OUT_OF_MEMORY.test(stderr);
}

/** What Go's runtime, and so the compiler, prints as it runs out of memory. */
export const OUT_OF_MEMORY = /^fatal error: (runtime: )?(out of memory|cannot allocate memory)/m;

/** What the runtime takes for itself: the first heap arena is 64 MiB, and it asks for a whole one more. */
const OWN = 192 << 20;

function kibibytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
