import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Ratio } from './print.ts';
import { writeModule, writePages } from './programs.ts';
import { median, medianSeconds, seconds, type Command } from './time.ts';

const root = join(import.meta.dirname, '../..');
/** Where the benchmark writes. */
export const folder = join(root, '.escapement', 'bench');
/** The module of the raw compile. */
export const raw = join(folder, 'raw');
/** Where the generated pages are. */
export const pages = join(folder, 'pages');
/** `check` of the generated pages, started as a shell does it: the first line of the program has flags for Node. */
export const check: Command = {
  program: join(root, 'plugins/cli/src/bin.ts'),
  args: ['check'],
  cwd: pages,
  env: { PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}` },
};
/** What every program costs that runs in Node. */
export const node: Command = { program: process.execPath, args: ['-e', '0'], cwd: root };
/** The raw compile, but for its flags. */
export const RAW = 'go list -export -e -gcflags=';

/** `check` on 200 generated examples, cold and warm, against the raw compile of the same programs. */
export function checkRatios(): Ratio[] {
  const goLine = warmUp();
  const rawTime = (flags: string) =>
    medianSeconds(listRaw(flags), RUNS, () => writeModule(raw, EXAMPLES, salt(), goLine));
  const floor = rawTime('-m=2');
  const full = rawTime('-m=2 -S');
  const cold = medianSeconds(check, RUNS, () => writePages(pages, EXAMPLES, salt()));
  const warm = medianSeconds(check, RUNS);
  const running = runRatio(goLine);
  const start = medianSeconds(node, RUNS);
  rmSync(folder, { recursive: true });
  return [
    { what: 'check, 200 examples, cold', ours: cold, against: `${RAW}-m=2`, baseline: floor, aim: 1.3 },
    { what: 'check, 200 examples, cold', ours: cold, against: `${RAW}'-m=2 -S'`, baseline: full, aim: 1.15 },
    running,
    {
      what: 'check, 200 examples, warm',
      ours: warm,
      against: 'starting Node + 0.5 s',
      baseline: start + 0.5,
      aim: 1,
    },
  ];
}

const EXAMPLES = 200;
const RUNS = 3;

/** With the third witness: what it takes to link every example and to run it. */
function runRatio(goLine: string): Ratio {
  const rounds = Array.from({ length: RUNS }, () => {
    writeModule(raw, EXAMPLES, salt(), goLine);
    const programs = Array.from({ length: EXAMPLES }, (_, index) => join(raw, 'bin', `e${index}`));
    const build: Command = {
      ...listRaw('-m=2 -S'),
      args: ['build', '-gcflags=-m=2 -S', '-ldflags=-s -w', '-o', `${join(raw, 'bin')}/`, './...'],
    };
    const inTurn = { program: 'sh', args: ['-c', programs.join(' && ')], cwd: raw };
    const baseline = seconds(listRaw('-m=2 -S')) + seconds(build) + seconds(inTurn);
    writePages(pages, EXAMPLES, salt(), EXAMPLES, 'go run');
    return { baseline, ours: seconds(check) };
  });
  return {
    what: 'check, 200 examples that are run, cold',
    ours: median(rounds.map(({ ours }) => ours)),
    against: `${RAW}'-m=2 -S', then go build, then each program`,
    baseline: median(rounds.map(({ baseline }) => baseline)),
    aim: 1.15,
  };
}

/** The standard library is compiled once a machine, and is no part of any ratio. Returns the `go` line of go.mod. */
export function warmUp(): string {
  const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  const goLine = /^go(\d+\.\d+)/.exec(version)![1]!;
  rmSync(folder, { recursive: true, force: true });
  writeModule(raw, 2, salt(), goLine);
  seconds(listRaw('-m=2'));
  writePages(pages, 2, salt());
  seconds(check);
  return goLine;
}

/** `go list` with flags of the compiler, in the module of the raw compile. */
export function listRaw(flags: string): Command {
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
