import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { check, measureAt, pages, RAW, salt } from './check.ts';
import type { Ratio } from './print.ts';
import { writePages } from './programs.ts';
import { medianSeconds, seconds, type Command } from './time.ts';

const root = join(import.meta.dirname, '../..');

/**
 * `check` at 100 and at 1,000 examples: neither what an example costs nor the memory of our own process
 * may grow with their number. With `large` at 10,000 too, which takes some minutes.
 */
export function scaleRatios(large: boolean): Ratio[] {
  const small = measureAt(100, 3);
  const middle = measureAt(1_000, 1);
  const start = medianSeconds({ program: process.execPath, args: ['-e', '0'], cwd: root }, 3);
  const cold = memoryAt(1_000);
  const ratios: Ratio[] = [
    {
      what: 'check, 1000 examples, cold',
      ours: middle.cold,
      against: `${RAW}'-m=2 -S'`,
      baseline: middle.full,
      aim: 1.15,
    },
    {
      what: 'check, 1000 examples, warm',
      ours: middle.warm,
      against: 'starting Node + 1 s',
      baseline: start + 1,
      aim: 1,
    },
    {
      what: '10 examples of 1000, cold',
      ours: middle.cold / 100,
      against: '10 examples of 100, cold',
      baseline: small.cold / 10,
    },
    {
      what: 'memory of our process, 1000 examples, cold',
      ours: cold.cold.megabytes,
      against: 'the limit',
      baseline: 400,
      unit: 'MB',
      aim: 1,
    },
  ];
  if (!large) return ratios;
  const most = memoryAt(10_000);
  return [
    ...ratios,
    {
      what: '10 examples of 10000, cold',
      ours: most.cold.seconds / 1_000,
      against: '10 examples of 100, cold',
      baseline: small.cold / 10,
    },
    {
      what: 'check, 10000 examples, warm',
      ours: most.warm.seconds,
      against: 'ten times 1000 examples, warm',
      baseline: middle.warm * 10,
      aim: 1,
    },
    {
      what: 'memory of our process, 10000 examples, warm',
      ours: most.warm.megabytes,
      against: '1000 examples, warm',
      baseline: cold.warm.megabytes,
      unit: 'MB',
      aim: 2,
    },
  ];
}

interface Taken {
  seconds: number;
  /** Most resident memory of the process itself, without what it starts. */
  megabytes: number;
}

function memoryAt(examples: number): { cold: Taken; warm: Taken } {
  writePages(pages, examples, salt());
  const taken = { cold: take(), warm: take() };
  rmSync(pages, { recursive: true });
  return taken;
}

function take(): Taken {
  let megabytes = 0;
  const command: Command = { ...check, args: ['--import', TELLS_MEMORY, ...check.args] };
  const time = seconds(command, ({ stderr }) => {
    megabytes = Number(/^memory (\d+)$/m.exec(stderr)?.[1]) / 1_000;
  });
  return { seconds: time, megabytes };
}

/** Loaded before the program. Linux and macOS: Node tells kilobytes on both (getrusage(2)). */
const TELLS_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('memory ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;
