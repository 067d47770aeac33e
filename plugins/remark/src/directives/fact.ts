import {
  measureOf,
  metrics as measures,
  printToolchain,
  summarize,
  type Benchmark,
  type Metric,
  type UnitFacts,
  type Witness,
} from '@escapement/facts';
import { formatCount, formatMemory, formatTime } from '../attach/format.ts';
import { shownSites } from '../attach/shown-sites.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Example } from '../page/example.ts';
import type { Attributes } from './schema.ts';
import { findBenchmarks, findExample, type PageKnowledge, type TargetProblem } from './target.ts';
import { witnessIn } from './witness.ts';

/** A number for a sentence, and where it comes from. */
export interface Fact {
  text: string;
  source: string;
  /** Id of the example that it is about. */
  example: string;
  /** Set for a number of a benchmark. */
  benchmark?: Benchmark;
  /** Set for what no two runs have in common. */
  fleeting?: true;
  /** Set for a time that is of older code. */
  older?: true;
}

/** Why there is no such number. */
export interface FactProblem extends TargetProblem {
  rule: 'directive-target' | 'fact-unknown';
}

/** What `:fact[…]` can ask for. */
const metrics = [
  'allocs/op',
  'B/op',
  'ns/op',
  'heap',
  'stack',
  'cost',
  'frame',
  'go',
  'output',
  'exit',
  'gc cycles',
  'gc pause',
  'gc peak',
  'stack peak',
];

/** Looks up one number: `metric` is what stands in the brackets. */
export function readFact(
  page: PageKnowledge,
  metric: string,
  attributes: Attributes<'fact'>,
): Fact | FactProblem {
  if (!metrics.includes(metric))
    return {
      rule: 'fact-unknown',
      reason: `Unexpected fact \`${metric}\`${didYouMean(metric, metrics)}`,
      expected: metrics,
    };
  if (measures[metric as Metric]?.of === 'benchmark') return benchFact(page, metric as Metric, attributes);
  const { of } = attributes;
  const example = findExample(page, of);
  if ('reason' in example) return { rule: 'directive-target', ...example };
  const facts = page.facts.get(example.unit);
  if (!facts) return unknown(metric, of, []);
  const text =
    ownText(metric, example, facts) ??
    measuredText(metric as Metric, witnessIn(page, example, facts), attributes);
  if (typeof text !== 'string') return unknown(metric, of, text.expected);
  const run = runWords(metric);
  const how = [`${example.file}, checked with ${printToolchain(facts.compile.toolchain)}`, ...run];
  return { text, example: example.id, source: how.join(', '), ...(run.length > 0 && { fleeting: true }) };
}

/** What sentences alone ask for; undefined for a number that conditions know too. */
function ownText(
  metric: string,
  example: Example,
  facts: UnitFacts,
): string | { expected: string[] } | undefined {
  const { compile, run, gc, stack } = facts;
  switch (metric) {
    case 'go':
      return compile.toolchain.version.replace(/^go/, 'Go ');
    case 'heap':
    case 'stack':
      return String(shownSites(example, facts).filter(({ verdict }) => verdict === metric).length);
    case 'output':
      return run ? run.stdout.trim() : { expected: ['an example with `run`'] };
    case 'gc pause':
      return gc ? formatTime(gc.pauseNs) : { expected: ['an example with `run show=gc`'] };
    case 'stack peak':
      return stack ? formatMemory(stack.peakBytes) : { expected: ['an example with `run show=stack`'] };
  }
  return undefined;
}

function measuredText(
  metric: Metric,
  witness: Witness,
  { func, as }: Attributes<'fact'>,
): string | { expected: string[] } {
  const ofFunction = measures[metric].of === 'function';
  const found = measureOf({ metric, ...(ofFunction && func && { of: func }) }, witness);
  if ('reason' in found)
    return { expected: found.expected.map((name) => (ofFunction ? `func=${name}` : name)) };
  const value = found.samples[0]!;
  if (found.unit === 'MiB') return formatMemory(value * 2 ** 20);
  return found.unit === 'count' || as ? formatCount(value) : `${formatCount(value)} ${found.unit}`;
}

function runWords(metric: string): string[] {
  if (metric === 'stack peak') return ['the most that one run was seen to need'];
  return metric.startsWith('gc ') ? ['one run with GODEBUG=gctrace=1'] : [];
}

function benchFact(page: PageKnowledge, metric: Metric, { of, as }: Attributes<'fact'>): Fact | FactProblem {
  const found = findBenchmarks(page, of);
  if ('reason' in found) return { rule: 'directive-target', ...found };
  if (found.length > 1) {
    const names = found.map(({ counted }) => counted.name);
    return {
      rule: 'directive-target',
      reason: `Unexpected example \`${of}\` with several benchmarks`,
      expected: names,
    };
  }
  const [row] = found as [(typeof found)[number]];
  const { counted, counter, timings, example } = row;
  const witness = witnessIn(page, example, page.facts.get(example.unit)!);
  const measured = measureOf({ metric }, { ...witness, benchmark: () => row });
  if ('reason' in measured) return unknown(metric, of, measured.expected);
  const { samples } = measured;
  const times = metric === 'ns/op';
  const older = times && timings?.older === true;
  const how = times
    ? `median of ${samples.length}, ${timings!.measured.slice(0, 10)}${older ? ', before the last change' : ''}`
    : 'counted for this page';
  const by = printToolchain(times ? timings!.toolchain : counter);
  const number = perOperation(summarize(samples).median, metric, as !== undefined);
  const text = older ? `${number} (of older code)` : number;
  const source = `${counted.name}, ${metric}, ${how}, ${by}`;
  return { text, source, example: example.id, benchmark: counted, ...(older && { older }) };
}

function perOperation(value: number, metric: string, bare: boolean): string {
  if (metric === 'ns/op') return bare ? formatCount(value) : `${formatTime(value)}/op`;
  if (bare) return formatCount(value);
  return `${formatCount(value)} ${metric === 'allocs/op' && value === 1 ? 'alloc/op' : metric}`;
}

function unknown(metric: string, of: string, expected: string[]): FactProblem {
  return { rule: 'fact-unknown', reason: `Unexpected fact \`${metric}\`: \`${of}\` has none`, expected };
}
