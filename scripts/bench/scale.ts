import { rmSync } from 'node:fs';
import { check, folder, listRaw, node, pages, RAW, raw, salt, warmUp } from './check.ts';
import type { Ratio } from './print.ts';
import { writeModule, writePages } from './programs.ts';
import { median, seconds, type Command } from './time.ts';

const FULL = '-m=2 -S';

/**
 * `check` at 100, 1,000 and 10,000 examples: neither what an example costs nor the memory of our own process
 * may grow with their number. The 10,000 are of 1,000 programs, whose captures are there; with `large`
 * 10,000 programs are compiled as well, which takes some minutes.
 */
export function scaleRatios(large: boolean): Ratio[] {
  const goLine = warmUp();
  const nodeStart = median(times(5, () => seconds(node)));
  const ourStart = warmAt(0, 5, salt());
  const small = coldAt(100, 3, goLine);
  const middle = coldAt(1_000, 3, goLine);
  const warm = warmAt(1_000, 5, middle.salt);
  const many = warmAt(10_000, 3, middle.salt, 1_000);
  const beyond = ({ seconds: total }: Taken, examples: number) =>
    ((total - ourStart.seconds) / examples) * 1_000;
  const ratios: Ratio[] = [
    {
      what: 'check, 1000 examples, cold',
      ours: middle.seconds,
      against: `${RAW}'${FULL}'`,
      baseline: middle.raw,
      aim: 1.15,
    },
    {
      what: 'check, 1000 examples, warm',
      ours: warm.seconds,
      against: 'starting Node + 1 s',
      baseline: nodeStart + 1,
      aim: 1,
    },
    {
      what: 'memory of our process, 1000 examples, cold or warm',
      ours: Math.max(middle.megabytes, warm.megabytes),
      against: 'the limit',
      baseline: 400,
      unit: 'MB',
      aim: 1,
    },
    {
      what: 'memory of our process, 10000 examples, warm',
      ours: many.megabytes,
      against: '1000 examples, warm',
      baseline: warm.megabytes,
      unit: 'MB',
      aim: 2,
    },
    {
      what: '100 of 1000 examples, cold',
      ours: middle.seconds / 10,
      against: '100 examples, cold',
      baseline: small.seconds,
      aim: FLAT,
    },
    {
      what: '1000 of 10000 examples, warm, beyond starting',
      ours: beyond(many, 10_000),
      against: '1000 examples, warm, beyond starting',
      baseline: beyond(warm, 1_000),
      aim: FLAT,
    },
  ];
  if (large) {
    const most = coldAt(10_000, 1, goLine);
    ratios.push({
      what: '100 of 10000 examples, cold',
      ours: most.seconds / 100,
      against: '100 examples, cold',
      baseline: small.seconds,
      aim: FLAT,
    });
  }
  rmSync(folder, { recursive: true });
  return ratios;
}

/** What a cost that does not grow may differ by. */
const FLAT = 1.1;

interface Taken {
  seconds: number;
  /** Most resident memory of the process itself, without what it starts. */
  megabytes: number;
}

/** The raw compile and ours in turns, so that what else the machine does meets both. */
function coldAt(examples: number, runs: number, goLine: string): Taken & { raw: number; salt: string } {
  let last = '';
  const rounds = times(runs, () => {
    last = salt();
    writeModule(raw, examples, salt(), goLine);
    const baseline = seconds(listRaw(FULL));
    writePages(pages, examples, last);
    return { raw: baseline, ...take() };
  });
  return { raw: median(rounds.map((round) => round.raw)), ...summary(rounds), salt: last };
}

/** `check` where all captures are there, because pages of these programs have been checked before. */
function warmAt(examples: number, runs: number, programSalt: string, programs = examples): Taken {
  writePages(pages, examples, programSalt, programs);
  take();
  return summary(times(runs, take));
}

function summary(rounds: Taken[]): Taken {
  return {
    seconds: median(rounds.map((round) => round.seconds)),
    megabytes: Math.max(...rounds.map((round) => round.megabytes)),
  };
}

function times<T>(runs: number, run: () => T): T[] {
  return Array.from({ length: runs }, run);
}

function take(): Taken {
  let megabytes = 0;
  const command: Command = { ...check, env: { ...check.env, NODE_OPTIONS: `--import=${TELLS_MEMORY}` } };
  const time = seconds(command, ({ stderr }) => {
    megabytes = Number(/^memory (\d+)$/m.exec(stderr)?.[1]) / 1_000;
  });
  return { seconds: time, megabytes };
}

/**
 * Loaded before the program; prints kilobytes. On Linux a process begins with the `maxRSS` of the one that
 * started it (getrusage(2)), which is us; `VmHWM` (proc(5)) is its own.
 */
const TELLS_MEMORY = `data:text/javascript,${encodeURIComponent(
  `import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    const own = process.platform === 'linux' && /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
    process.stderr.write('memory ' + (own ? own[1] : process.resourceUsage().maxRSS) + '\\n');
  });`,
)}`;
