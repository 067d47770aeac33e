import { summarize } from '../bench/summary.ts';
import type { Benchmark } from '../bench/types.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import { executedLines } from '../go/executed.ts';
import type { Token } from '../go/scan.ts';
import { totalOf } from '../profile/amount.ts';
import type { AllocationStack, ProfiledRun } from '../profile/types.ts';
import type { RunEvidence } from './evidence.ts';
import type { Witnesses } from './witnesses.ts';

/** What the runs of a unit have to say about the lines of one of its files. */
export interface FileRuns {
  /** What each run allocated on a line, or in code that was inlined from it or into it. */
  on(line: number): RunEvidence[];
  /**
   * Names of benchmarks whose every iteration allocates in the function's own code at a line: nothing that
   * is inlined there, nothing that it calls.
   */
  allocatesAt(line: number): string[];
  /** Names of benchmarks that execute a line in each iteration, and allocate nothing anywhere. */
  idleAt(line: number): string[];
}

/** Reads the profiles of a unit for one of its files. */
export function readRuns(
  { profile, bench }: Witnesses,
  diagnostics: Diagnostic[],
  file: string,
  tokens: Token[],
): FileRuns {
  const runs = profile?.runs ?? [];
  const inlined = new Set(diagnostics.filter(({ kind }) => INLINES.has(kind)).map(({ subject }) => subject));
  const idle = new Set(bench?.benchmarks.filter(isIdle).map(({ name }) => name) ?? []);
  const executed = new Map<string, ReadonlySet<number>>();

  return {
    on: (line) =>
      runs.flatMap((run): RunEvidence[] => {
        const here = run.stacks.filter(({ frames }) => frames.some((frame) => isAt(frame, line)));
        const direct = totalOf(here.filter((stack) => stack.direct));
        const called = totalOf(here.filter((stack) => !stack.direct));
        if (here.length === 0 && !isIdleAt(run, line)) return [];
        return [{ ...(run.benchmark !== undefined && { benchmark: run.benchmark }), direct, called }];
      }),
    allocatesAt: (line) =>
      named(runs, ({ stacks }) => totalOf(stacks.filter((stack) => isExact(stack, line))).objects >= 1),
    idleAt: (line) => named(runs, (run) => isIdleAt(run, line)),
  };

  function isAt(frame: AllocationStack['frames'][number], line: number): boolean {
    return frame.file === file && frame.line === line;
  }

  function isExact({ frames, direct }: AllocationStack, line: number): boolean {
    return direct && frames.length === 1 && isAt(frames[0]!, line);
  }

  function isIdleAt({ benchmark, stacks }: ProfiledRun, line: number): boolean {
    if (benchmark === undefined || !idle.has(benchmark) || stacks.length > 0) return false;
    const known = executed.get(benchmark) ?? executedLines(tokens, benchmark, (name) => inlined.has(name));
    executed.set(benchmark, known);
    return known.has(line);
  }
}

const INLINES = new Set(['can-inline', 'inlines']);

/**
 * Small values that share a block are in no profile, but they are counted. Bytes are not asked: what else the
 * process does adds some, but hardly an allocation in each iteration.
 */
function isIdle({ samples }: Benchmark): boolean {
  const counts = samples.flatMap(({ allocsPerOp }) => allocsPerOp ?? []);
  return counts.length > 0 && summarize(counts).median === 0;
}

function named(runs: ProfiledRun[], fits: (run: ProfiledRun) => boolean): string[] {
  return runs.flatMap((run) => (run.benchmark !== undefined && fits(run) ? run.benchmark : []));
}
