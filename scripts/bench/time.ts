import { spawnSync } from 'node:child_process';

/** A command to be timed. */
export interface Command {
  program: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
  /** Exit statuses that are no failure. */
  accept?: number[];
}

/**
 * Runs a command and returns its wall-clock seconds; `onOutput` is given what it printed.
 *
 * @throws when it ends with a status that is not accepted, with the end of what it printed
 */
export function seconds(
  { program, args, cwd, env = {}, accept = [0] }: Command,
  onOutput?: (said: { stdout: string; stderr: string }) => void,
): number {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const time = (performance.now() - started) / 1000;
  if (error || !accept.includes(status ?? -1))
    throw new Error(
      `${program} ${args.join(' ')} ended with ${status}:\n${error ?? ''}${(stdout + stderr).slice(-2000)}`,
    );
  onOutput?.({ stdout, stderr });
  return time;
}

/** The median of some runs; `before` makes each start from the same state and is not timed. */
export function medianSeconds(command: Command, runs: number, before: () => void = () => {}): number {
  const times = Array.from({ length: runs }, () => {
    before();
    return seconds(command);
  });
  return median(times);
}

/** The middle one of some numbers; of an even count the upper of the two. */
export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
