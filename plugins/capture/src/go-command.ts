import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { RuleId, RunFacts } from '@escapement/facts';
import { withLimits, type ProcessLimits } from './limits.ts';
import { descendants } from './limits-tree.ts';
import type { Package } from './package.ts';
import { spawnGroup, type SpawnOptions } from './spawn.ts';

/** How a go command is run. */
export interface GoOptions extends SpawnOptions {
  /** Wall-clock limit in milliseconds. */
  timeoutMs: number;
  /** Limits of each compiler and linker that it starts. */
  limits?: ProcessLimits;
  /** What it compiles: those that are still being compiled at the limit are named. */
  packages?: Package[];
}

/**
 * Runs a go command, with all that it starts, for no longer than the limit: a compiler that waits for
 * something takes neither processor time nor memory, and no limit of these would ever end it.
 *
 * @throws an Error with `rule: 'go-timeout'` at the limit; the whole process group is gone then
 */
export async function runGo(command: string, args: string[], options: GoOptions): Promise<RunFacts> {
  const { timeoutMs, limits, packages = [], ...rest } = options;
  const limited = limits ? withLimits(command, args, limits) : { command, args };
  let open: string[] = [];
  const facts = await spawnGroup(limited.command, limited.args, {
    ...rest,
    watch(pid, stop) {
      const timer = setTimeout(() => {
        open = stillCompiled(pid, packages);
        stop('timeout');
      }, timeoutMs);
      return () => clearTimeout(timer);
    },
  });
  if (facts.ending !== 'timeout') return facts;
  const what = [basename(command), ...args.filter((word) => /^\w+$/.test(word)).slice(0, 1)].join(' ');
  const named = open.length > 0 ? `Still being compiled: ${open.join(', ')}. ` : '';
  const message =
    `The command \`${what}\` did not end within ${timeoutMs / 1000} s. ${named}` +
    'The limit is `compile.commandTimeoutMs` in the options.';
  throw Object.assign(new Error(message), { rule: 'go-timeout' satisfies RuleId });
}

/** The examples whose compilers run below a process, as far as /proc shows it. */
function stillCompiled(pid: number, packages: Package[]): string[] {
  if (packages.length === 0) return [];
  const commands = descendants(pid, 1_000).map((process) => commandLine(process.pid));
  // A compiler is told to take the directory out of positions: -trimpath "DIR=>IMPORTPATH;…".
  const open = packages.filter(({ dir }) => commands.some((words) => words.includes(`${dir}=>`)));
  return open.map(({ id }) => id);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
