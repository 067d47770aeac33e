/** What the garbage collector did while a program ran. */
export interface GcFacts {
  /** Collections. */
  cycles: number;
  /** Those that the program asked for by `runtime.GC`. */
  forced: number;
  /** Time in which the whole program stood still, all cycles together, in nanoseconds. */
  pauseNs: number;
  /** The largest heap at the start of a collection, in MiB as Go prints it. */
  peakMiB: number;
  /** What was alive after the last collection, in MiB. */
  liveMiB: number;
}

/**
 * Summarises the lines that a Go program prints with GODEBUG=gctrace=1; other lines are passed over. The
 * format is that of the package runtime (runtime/extern.go): of the clock times the first and the last are
 * the phases in which the world is stopped; of the heap sizes the first is at the start of the cycle, the
 * last what is alive.
 */
export function parseGctrace(stderr: string): GcFacts {
  const cycles = [...stderr.matchAll(LINE)].map((match) => {
    const [sweep, , mark] = match[1]!.split('+').map(Number);
    const [start, , live] = match[2]!.split('->').map(Number);
    return { pauseNs: (sweep! + mark!) * 1e6, start: start!, live: live!, forced: match[3] !== undefined };
  });
  return {
    cycles: cycles.length,
    forced: cycles.filter(({ forced }) => forced).length,
    pauseNs: cycles.reduce((sum, { pauseNs }) => sum + pauseNs, 0),
    peakMiB: Math.max(0, ...cycles.map(({ start }) => start)),
    liveMiB: cycles.at(-1)?.live ?? 0,
  };
}

const LINE =
  /^gc \d+ @[\d.]+s \d+%: ([\d.]+\+[\d.]+\+[\d.]+) ms clock, .* (\d+->\d+->\d+) MB, .* P( \(forced\))?$/gm;
