import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ratio } from './print.ts';
import { writeModule, writePages } from './programs.ts';
import { medianSeconds, seconds, type Command } from './time.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.escapement', 'bench');
const examples = 200;
const runs = 3;

/** `check` on generated examples, cold and warm, against the raw compile of the same programs. */
export async function checkRatios(): Promise<Ratio[]> {
  const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  const goLine = /^go(\d+\.\d+)/.exec(version)![1]!;
  const raw = join(folder, 'raw');
  const pages = join(folder, 'pages');
  const list: Command = {
    program: 'go',
    args: ['list', '-export', '-e', '-gcflags=-m=2', './...'],
    cwd: raw,
    env: { GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0', GOTOOLCHAIN: 'local' },
  };
  const check: Command = {
    program: process.execPath,
    args: [join(root, 'plugins/cli/src/bin.ts'), 'check'],
    cwd: pages,
  };
  // Warm the standard library, which is no part of either.
  writeModule(raw, 2, `warm ${Date.now()}`, goLine);
  seconds(list);
  const floor = medianSeconds(list, runs, () => writeModule(raw, examples, salt(), goLine));
  const cold = medianSeconds(check, runs, () => writePages(pages, examples, salt()));
  const warm = medianSeconds(check, runs);
  const start = medianSeconds({ program: process.execPath, args: ['-e', '0'], cwd: root }, runs);
  const empty = medianSeconds(
    { ...check, args: [join(root, 'plugins/cli/src/bin.ts'), '--version'], accept: [0, 1] },
    runs,
  );
  rmSync(raw, { recursive: true });
  const compile = `go list -export -e -gcflags=-m=2 on the same ${examples} programs`;
  return [
    { what: `check, ${examples} examples, cold`, ours: cold, against: compile, baseline: floor, aim: 1.3 },
    {
      what: `check, ${examples} examples, warm`,
      ours: warm,
      against: 'starting Node + 0.5 s',
      baseline: start + 0.5,
      aim: 1,
    },
    { what: 'the command alone', ours: empty, against: 'starting Node', baseline: start },
  ];
}

/** A new one for each run: Go's build cache would answer from memory otherwise. */
function salt(): string {
  return `${Date.now()}-${Math.random()}`;
}
