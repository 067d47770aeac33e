import type { Problem, RuleId, RunFacts, UnitFacts } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import { noTests, ranNone } from './no-tests.ts';
import { atWord } from './place.ts';

/** What is wrong with the runs that the words behind this fence asked for. */
export function verifyRuns(example: Example, { run, test, bench, unprobed }: UnitFacts): Problem[] {
  const { meta } = example;
  const problem = (rule: RuleId, reason: string, note: string): Problem => ({
    rule,
    ...(toldPlace(example, note) ?? atWord(example, ...(ASKING[rule] ?? ['run', 'test', 'bench']))),
    reason,
    note,
  });
  const problems: Problem[] = [];
  if (meta.run) {
    if (!run)
      problems.push(
        problem('example-run', 'Unexpected `run`: the package has no main function to run', MAIN),
      );
    else problems.push(...ended(run, meta.exit, 'example-run', 'program', problem));
    if (unprobed && problems.length === 0)
      problems.push({ ...atWord(example, 'show'), ...withoutReport(unprobed, meta.show) });
  }
  if (meta.test)
    problems.push(
      ...(test && !ranNone(test)
        ? ended(test, 0, 'example-test', 'test', problem)
        : [noTests(example, 'test')]),
    );
  if (meta.bench && bench?.failure)
    problems.push(...ended(bench.failure, 0, 'example-bench', 'benchmark', problem));
  else if (meta.bench && !bench?.benchmarks.length) problems.push(noTests(example, 'bench'));
  return problems;
}

/** The line that a failing test, or the trace of a panic, names in this file. */
function toldPlace({ file, origin, source }: Example, told: string) {
  const match = new RegExp(`\\b${file.replaceAll('.', '\\.')}:(\\d+)`).exec(told);
  if (!match) return undefined;
  const line = Number(match[1]);
  const text = source.split('\n')[line - 1] ?? '';
  return locateUnits(origin, line, text.length - text.trimStart().length);
}

/** The words that ask for a run, by the rule of what is wrong with it. */
const ASKING: Partial<Record<RuleId, string[]>> = {
  'example-run': ['exit', 'run'],
  'example-test': ['test'],
  'example-bench': ['bench'],
};

/** A program that ends as its author expects, but in a way that leaves no time for a report. */
function withoutReport(
  { ending, exit }: RunFacts,
  show: string[],
): Pick<Problem, 'rule' | 'reason' | 'note'> {
  const how = ending === 'exited' ? `it ended with status ${exit}` : `it was ended (${ending})`;
  return {
    rule: 'probe-missing',
    reason: `Unexpected \`show=${show.join(',')}\`: the program left no report, ${how}`,
    note: ending === 'timeout' ? WATCHED : ATONCE,
  };
}

const ATONCE =
  'A panic, a deadlock, a signal or a limit ends a program at once. Let `main` return, or call `os.Exit`.';
const WATCHED =
  'It ended in time without being watched. While it is, Go sees no deadlock, and each allocation takes ' +
  'longer. The limit is `run.timeoutMs` in the options.';

/** What to do where there is no program to run. */
export const MAIN = 'Give it `package main` and `func main()`, or write statements only.';

type Make = (rule: RuleId, reason: string, note: string) => Problem;

function ended(facts: RunFacts, exit: number, rule: RuleId, what: string, problem: Make): Problem[] {
  const tail = lastLines(`${facts.stdout}\n${facts.stderr}`, 12);
  switch (facts.ending) {
    case 'signal':
      if (facts.exit === exit) return [];
      return [problem(rule, `Unexpected end: the ${what} was ended by ${facts.signal ?? 'a signal'}`, tail)];
    case 'exited':
      if (facts.exit === exit) return [];
      return [
        problem(
          rule,
          `Unexpected exit status ${facts.exit} of the ${what}, expected ${exit}`,
          what === 'program' ? `${tail}\nIf that is right, write: ${asked(facts.exit)}`.trimStart() : tail,
        ),
      ];
    default: {
      const limit = limits[facts.ending];
      const option = what === 'benchmark' && facts.ending === 'timeout' ? 'bench' : 'run';
      const note = `${tail}\nThe limit is \`${option}.${limit.option}\` in the options.`.trimStart();
      return [problem(limit.rule, limit.reason(what), note)];
    }
  }
}

function asked(exit: number): string {
  return exit === 0 ? '`run` alone' : `exit=${exit}`;
}

/** What it means that a limit ended a program, and which option sets the limit. */
const limits: Record<Exclude<RunFacts['ending'], 'exited' | 'signal'>, Limit> = {
  timeout: {
    rule: 'example-timeout',
    option: 'timeoutMs',
    reason: (what) => `Unexpected long run: the ${what} did not end within the time limit`,
  },
  'output-limit': {
    rule: 'example-output',
    option: 'maxOutputBytes',
    reason: (what) => `Unexpected amount of output: the ${what} printed more than the limit`,
  },
  'memory-limit': {
    rule: 'example-memory',
    option: 'memoryBytes',
    reason: (what) => `Unexpected need of memory: the ${what} needed more than the limit`,
  },
  'process-limit': {
    rule: 'example-processes',
    option: 'processes',
    reason: (what) => `Unexpected number of processes: the ${what} had more of them than the limit`,
  },
};

interface Limit {
  rule: RuleId;
  option: string;
  reason: (what: string) => string;
}

function lastLines(text: string, count: number): string {
  const lines = text.trim().split('\n');
  return lines.length > count ? `…\n${lines.slice(-count).join('\n')}` : lines.join('\n');
}
