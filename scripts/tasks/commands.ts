import { join } from 'node:path';
import { run } from '../setup/child.mjs';
import { nodeFlags } from '../setup/node.mjs';

/**
 * Runs a command of Astro in the site's folder.
 *
 * @param context The task's; its arguments are added to the command.
 * @param command For example `build`.
 * @returns Astro's exit status.
 */
export function astro({ root, args, env }: Context, command: string): Promise<number> {
  return run(process.execPath, [bin(root, 'astro'), command, ...args], options(root, env));
}

/**
 * Runs a TypeScript program of this repository.
 *
 * @param context The task's; its arguments are added to the program's.
 * @param program The program's path from the root.
 * @param before Arguments that come first.
 * @returns Its exit status.
 */
export function node({ root, args, env }: Context, program: string, ...before: string[]): Promise<number> {
  return run(process.execPath, [...nodeFlags, join(root, program), ...before, ...args], options(root, env));
}

/**
 * The path of an installed package's command.
 *
 * @param root The repository's folder.
 * @param command For example `vitest`.
 * @returns A script that Node runs.
 */
export function bin(root: string, command: string): string {
  return join(root, 'node_modules', '.bin', command);
}

/** What a task is given. */
export interface Context {
  /** The repository's folder, which is also the folder that commands run in. */
  root: string;
  /** What the user wrote behind the task. */
  args: readonly string[];
  /** The environment of the commands; this process's when not set. */
  env?: NodeJS.ProcessEnv;
}

/** A task: does its work and returns the exit status. */
export type Task = (context: Context) => Promise<number>;

function options(root: string, env: NodeJS.ProcessEnv | undefined) {
  return { cwd: root, env: env ?? process.env };
}
