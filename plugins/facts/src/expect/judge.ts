import { compareSamples } from '../bench/compare.ts';
import { summarize } from '../bench/summary.ts';
import { measureOf, nameOf, type BenchmarkOf, type ExampleOf, type Source } from './measure.ts';
import { stateOf } from './state.ts';
import { metrics, type Condition, type ExpectError, type Operator, type Quantity } from './types.ts';

/** What is known of one example under one toolchain. */
export interface Witness extends Source {
  /** Finds a benchmark by name; without one, the only benchmark of the example. */
  benchmark: BenchmarkOf;
  /** Finds another example of the page, for a number to compare with. */
  example: ExampleOf;
}

/** Whether a condition holds, and what was found instead of it or for it. */
export interface Outcome {
  holds: boolean;
  /** Words and numbers, to be joined to a sentence part: `heap`, `3 allocs/op`. */
  found: (string | Quantity)[];
  /** 1-based lines of the file that the finding is about. */
  lines: number[];
}

/** True for what only a run can tell: a program or benchmark runs with the Go of the build alone. */
export function needsRun(condition: Condition): boolean {
  if (condition.kind !== 'number') return condition.kind === 'prints';
  const { left, right } = condition;
  return metrics[left.metric].measured || (typeof right === 'object' && metrics[right.metric].measured);
}

/** Judges one condition. An error tells that the example has no such thing to be asserted about. */
export function judgeCondition(condition: Condition, witness: Witness): Outcome | ExpectError {
  switch (condition.kind) {
    case 'state':
      return stateOf(condition, witness);
    case 'number':
      return compare(condition, witness);
    case 'compiles': {
      const [error] = witness.facts.compile.errors;
      const found = error ? ['it does not compile: ', error.message] : ['it compiles'];
      return { holds: (error === undefined) !== condition.not, found, lines: [] };
    }
    case 'says':
      return saying(condition, witness);
    case 'prints':
      return printing(condition, witness);
  }
}

function saying(
  { pattern, not }: Extract<Condition, { pattern: string }>,
  { facts: { compile }, file }: Witness,
): Outcome {
  const expression = new RegExp(pattern, 'u');
  const said = compile.diagnostics.filter(({ pos, flows }) => !flows && pos?.file === file);
  const told = said.find(({ message }) => expression.test(message));
  const found = told ? ['the compiler says ', told.message] : ['the compiler does not say so'];
  return { holds: (told !== undefined) !== not, found, lines: told?.pos ? [told.pos.line] : [] };
}

function printing(
  { pattern, not, text }: Extract<Condition, { pattern: string }>,
  { facts: { run } }: Witness,
): Outcome | ExpectError {
  if (!run)
    return { reason: `Unexpected \`${text}\`: the program was not run`, expected: ['an example with `run`'] };
  const match = new RegExp(pattern, 'mu').exec(`${run.stdout}\n${run.stderr}`);
  const found = match ? ['it prints ', match[0]] : ['it does not print so'];
  return { holds: (match !== null) !== not, found, lines: [] };
}

function compare(
  { left, op, right, factor }: Extract<Condition, { kind: 'number' }>,
  witness: Witness,
): Outcome | ExpectError {
  const a = measureOf(left, witness);
  if ('reason' in a) return a;
  if (typeof right === 'number') {
    const value = summarize(a.samples).median;
    return {
      holds: exactly(value, op, right),
      found: [`${nameOf(left)} is `, { value, unit: a.unit }],
      lines: [],
    };
  }
  const b = measureOf(right, witness);
  if ('reason' in b) return b;
  const scaled = b.samples.map((sample) => sample * factor);
  const [mine, other] = [summarize(a.samples).median, summarize(scaled).median];
  const noisy = left.metric === 'ns/op';
  const { significant, p } = compareSamples(scaled, a.samples);
  // A difference that can't be told from noise is none.
  const holds = noisy && !significant ? exactly(0, op, 0) : exactly(mine, op, other);
  const against = factor === 1 ? ' against ' : ` against ${factor} × `;
  const found = [
    `${nameOf(left)} is `,
    { value: mine, unit: a.unit },
    against,
    { value: summarize(b.samples).median, unit: b.unit },
    ...(noisy ? [` (p=${p.toFixed(3)})`] : []),
  ];
  return { holds, found, lines: [] };
}

function exactly(left: number, op: Operator, right: number): boolean {
  switch (op) {
    case '==':
    case '~':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
