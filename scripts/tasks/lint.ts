import { globSync } from 'node:fs';
import { run } from '../setup/child.mjs';
import { bin } from './commands.ts';
import type { Context } from './commands.ts';

/**
 * Runs every checker, also after one has complained, so that one run shows all there is to mend.
 *
 * @param context The task's.
 * @returns 0 when all are content, else 1.
 */
export async function lint({ root, env = process.env }: Context): Promise<number> {
  const failed: string[] = [];
  for (const [command, ...args] of checkers(root)) {
    console.log(`\n› ${[command, ...args].join(' ')}`);
    const status = await run(process.execPath, [bin(root, command), ...args], { cwd: root, env });
    if (status >= 128) return status;
    if (status !== 0) failed.push(command);
  }
  console.log(failed.length === 0 ? '\nlint: all is well' : `\nlint: ${failed.join(', ')} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** The commands, in the order in which their findings are best read. */
function checkers(root: string): [string, ...string[]][] {
  const components = globSync('src/**/*.astro', { cwd: root }).length > 0;
  return [
    ['tsc', '-p', '.'],
    ...(components ? [astroCheck] : []),
    ['oxlint', '--deny-warnings'],
    ['prettier', '--check', '--log-level', 'warn', '.'],
    ['knip'],
  ];
}

/**
 * Without `--noSync` it would load the content first, and so run Go; Astro's general types of the content
 * do for what the site asks of it.
 */
const astroCheck: [string, ...string[]] = ['astro', 'check', '--noSync', '--minimumSeverity', 'warning'];
