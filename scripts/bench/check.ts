import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ratio } from './print.ts';
import { writeModule, writePages } from './programs.ts';
import { medianSeconds, seconds, type Command } from './time.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.escapement', 'bench');
const raw = join(folder, 'raw');
/** Where the generated pages are. */
export const pages = join(folder, 'pages');
/** `check` of the generated pages. */
export const check: Command = {
  program: process.execPath,
  args: [join(root, 'plugins/cli/src/bin.ts'), 'check'],
  cwd: pages,
};

/** `check` on 200 generated examples, cold and warm, against the raw compile of the same programs. */
export async function checkRatios(): Promise<Ratio[]> {
  const { floor, full, cold, warm } = measureAt(200, 3);
  const start = medianSeconds({ program: process.execPath, args: ['-e', '0'], cwd: root }, 3);
  return [
    { what: 'check, 200 examples, cold', ours: cold, against: `${RAW}-m=2`, baseline: floor, aim: 1.3 },
    { what: 'check, 200 examples, cold', ours: cold, against: `${RAW}'-m=2 -S'`, baseline: full },
    {
      what: 'check, 200 examples, warm',
      ours: warm,
      against: 'starting Node + 0.5 s',
      baseline: start + 0.5,
      aim: 1,
    },
  ];
}

/** The raw compile, but for its flags. */
export const RAW = 'go list -export -e -gcflags=';

/** What was measured at one number of examples, in seconds. */
export interface Measured {
  /** Seconds of the raw compile with `-m=2`, and with code generation besides. */
  floor: number;
  full: number;
  cold: number;
  warm: number;
}

/** Measures `check`, and the raw compile of the same programs, at a number of examples. */
export function measureAt(examples: number, runs: number): Measured {
  const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  const goLine = /^go(\d+\.\d+)/.exec(version)![1]!;
  // The standard library is compiled once a machine, and is no part of either.
  writeModule(raw, 2, salt(), goLine);
  seconds(list('-m=2'));
  writePages(pages, 2, salt());
  seconds(check);
  const rawTime = (flags: string): number =>
    medianSeconds(list(flags), runs, () => writeModule(raw, examples, salt(), goLine));
  const floor = rawTime('-m=2');
  const full = rawTime('-m=2 -S');
  const cold = medianSeconds(check, runs, () => writePages(pages, examples, salt()));
  const warm = medianSeconds(check, runs);
  rmSync(folder, { recursive: true });
  return { floor, full, cold, warm };
}

function list(flags: string): Command {
  return {
    program: 'go',
    args: ['list', '-export', '-e', `-gcflags=${flags}`, './...'],
    cwd: raw,
    env: { GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0', GOTOOLCHAIN: 'local' },
  };
}

/** A new one for each run: Go's build cache would answer from memory otherwise. */
export function salt(): string {
  return `${Date.now()}-${Math.random()}`;
}
