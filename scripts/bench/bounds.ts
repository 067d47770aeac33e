import { rmSync } from 'node:fs';
import { folder, listRaw, raw, salt, warmUp } from './check.ts';
import type { Ratio } from './print.ts';
import { writeModule } from './programs.ts';
import { median, seconds } from './time.ts';

/**
 * What `show=bounds` adds to a compile: the same 200 programs compiled with and without its flags, in turns,
 * and the median of each.
 */
export function boundsRatios(): Ratio[] {
  const goLine = warmUp();
  const time = (flags: string): number => {
    writeModule(raw, EXAMPLES, salt(), goLine);
    return seconds(listRaw(flags));
  };
  const rounds = Array.from({ length: RUNS }, () => [time('-m=2 -S'), time(`-m=2 -S ${BOUNDS}`)] as const);
  rmSync(folder, { recursive: true });
  return [
    {
      what: '200 examples compiled with what show=bounds asks for',
      ours: median(rounds.map(([, withBounds]) => withBounds)),
      against: 'without',
      baseline: median(rounds.map(([without]) => without)),
    },
  ];
}

const EXAMPLES = 200;
const RUNS = 7;

/** As in the capture engine. */
const BOUNDS = '-d=ssa/check_bce/debug=1,ssa/prove/debug=1,nil=1';
