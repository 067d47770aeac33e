import { mkdir, mkdtemp } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { RunFacts, Toolchain } from '@escapement/facts';
import { outOfMemory, withLimits } from './limits.ts';
import { watchTree, type TreeLimits } from './limits-watch.ts';
import { withoutWorkspace, type Package } from './package.ts';
import type { Program, Sandbox } from './sandbox-program.ts';
import { spawnGroup } from './spawn.ts';
import type { Workspace } from './workspace.ts';

/** Limits of one program. */
export interface Limits extends TreeLimits {
  timeoutMs: number;
  maxOutputBytes: number;
  fileBytes: number;
}

/** What all programs of a batch share. */
export interface Runner {
  workspace: Workspace;
  sandbox: Sandbox;
  toolchain: Toolchain;
}

/** Runs a program with a fresh home, confined, within its limits. */
export async function runBinary(
  { workspace, sandbox, toolchain }: Runner,
  target: Package,
  program: Omit<Program, 'home'>,
  limits: Limits,
): Promise<RunFacts> {
  if (!runsHere(toolchain)) return foreign(toolchain);
  const runs = join(workspace.dir, 'run');
  await mkdir(runs, { recursive: true });
  const home = await mkdtemp(join(runs, 'r'));
  const { command, args, cwd, env, tidy } = sandbox({ ...program, home });
  const { timeoutMs, maxOutputBytes } = limits;
  const limited = withLimits(command, args, limits);
  const facts = await spawnGroup(limited.command, limited.args, {
    cwd,
    env,
    timeoutMs,
    maxOutputBytes,
    signal: workspace.signal,
    watch: watchTree(limits),
  });
  const clean = (text: string) => withoutWorkspace(tidy(text), target);
  const { stdout, stderr, ...end } = ended(facts);
  return { ...end, stdout: clean(stdout), stderr: clean(stderr) };
}

/** The end as the program met it: bubblewrap, like a shell, tells of a signal by 128 + its number. */
function ended(facts: RunFacts): RunFacts {
  if (outOfMemory(facts)) return { ...facts, ending: 'memory-limit', exit: -1 };
  if (facts.ending !== 'exited') return facts;
  const signal = Object.entries(constants.signals).find(([, number]) => facts.exit === 128 + number);
  return signal ? { ...facts, ending: 'signal', signal: signal[0] } : facts;
}

/** A shell that is handed another machine's program would take it for a script. */
function runsHere({ goos, goarch }: Toolchain): boolean {
  const here = ARCHITECTURES[process.arch] ?? [process.arch];
  return goos === (process.platform === 'win32' ? 'windows' : process.platform) && here.includes(goarch);
}

/** What Go calls the architectures that Node knows by other names, and what runs there besides. */
const ARCHITECTURES: Record<string, string[]> = {
  x64: ['amd64', '386'],
  ia32: ['386'],
  ppc64: ['ppc64', 'ppc64le'],
  loong64: ['loong64'],
};

function foreign({ goos, goarch }: Toolchain): RunFacts {
  const stderr = `The program cannot be started: it is for ${goos}/${goarch}`;
  return { ending: 'exited', exit: 126, stdout: '', stderr };
}
