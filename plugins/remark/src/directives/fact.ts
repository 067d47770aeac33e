import { summarize, type Benchmark, type BenchSample, type GcFacts } from '@escapement/facts';
import { blockFacts } from '../attach/block.ts';
import { formatCount, formatMemory, formatTime } from '../attach/format.ts';
import { findBenchmarks, findExample, type PageKnowledge, type TargetProblem } from './target.ts';

/** A number for a sentence, and where it comes from. */
export interface Fact {
  text: string;
  source: string;
  /** Id of the example that it is about. */
  example: string;
  /** Set for a number of a benchmark. */
  benchmark?: Benchmark;
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
  { of, func, as }: { of: string; func?: string | undefined; as?: 'number' | undefined },
): Fact | FactProblem {
  if (!metrics.includes(metric))
    return { rule: 'fact-unknown', reason: `Unexpected fact \`${metric}\``, expected: metrics };
  if (metric.endsWith('/op')) return benchFact(page, metric, of, as === 'number');
  const example = findExample(page, of);
  if ('reason' in example) return { rule: 'directive-target', ...example };
  const facts = page.facts.get(example.unit);
  if (!facts) return unknown(metric, of, []);
  const { compile, run } = facts;
  const { version, goos, goarch } = compile.toolchain;
  const from = { example: example.id, source: `${example.file}, checked with ${version} ${goos}/${goarch}` };
  switch (metric) {
    case 'go':
      return { text: version.replace(/^go/, 'Go '), ...from };
    case 'heap':
    case 'stack': {
      const sites = blockFacts(example, facts, []).sites.filter(({ verdict }) => verdict === metric);
      return { text: String(sites.length), ...from };
    }
    case 'cost': {
      const inlinable = compile.diagnostics.filter(({ cost }) => cost !== undefined);
      const found = inlinable.find(({ subject }) => subject === func);
      const names = [...new Set(inlinable.map(({ subject }) => `func=${subject}`))];
      return found ? { text: String(found.cost), ...from } : unknown(metric, of, names);
    }
    case 'frame': {
      const frames = compile.codegen?.frames ?? [];
      const found = frames.find((frame) => frame.func === func);
      if (!found) return unknown(metric, of, [...new Set(frames.map((frame) => `func=${frame.func}`))]);
      return { text: as ? formatCount(found.bytes) : `${formatCount(found.bytes)} B`, ...from };
    }
    case 'gc cycles':
    case 'gc pause':
    case 'gc peak':
      if (!facts.gc) return unknown(metric, of, ['an example with `run show=gc`']);
      return {
        ...from,
        text: gcText(facts.gc, metric),
        source: `${from.source}, one run with GODEBUG=gctrace=1`,
      };
    case 'stack peak':
      if (!facts.stack) return unknown(metric, of, ['an example with `run show=stack`']);
      return {
        ...from,
        text: formatMemory(facts.stack.peakBytes),
        source: `${from.source}, the most that one run was seen to need`,
      };
    default:
      if (!run) return unknown(metric, of, ['an example with `run`']);
      return { text: metric === 'exit' ? String(run.exit) : run.stdout.trim(), ...from };
  }
}

function gcText({ cycles, pauseNs, peakMiB }: GcFacts, metric: 'gc cycles' | 'gc pause' | 'gc peak'): string {
  if (metric === 'gc cycles') return formatCount(cycles);
  return metric === 'gc pause' ? formatTime(pauseNs) : `${formatMemory(peakMiB * 2 ** 20)}`;
}

function benchFact(page: PageKnowledge, metric: string, of: string, bare: boolean): Fact | FactProblem {
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
  const [{ counted, counter, timed, timings, example }] = found as [(typeof found)[number]];
  const times = metric === 'ns/op';
  const samples = (times ? timed : counted)?.samples ?? [];
  const values = samples.flatMap((sample) => valueOf(sample, metric) ?? []);
  if (values.length === 0) return unknown(metric, of, []);
  const older = times && timings?.older === true;
  const { version, goos, goarch } = times ? timings!.toolchain : counter;
  const how = times
    ? `median of ${values.length}, ${timings!.measured.slice(0, 10)}${older ? ', before the last change' : ''}`
    : 'counted for this page';
  const source = `${counted.name}, ${metric}, ${how}, ${version} ${goos}/${goarch}`;
  const number = inUnit(summarize(values).median, metric, bare);
  const text = older ? `${number} (of older code)` : number;
  return { text, source, example: example.id, benchmark: counted };
}

function valueOf(sample: BenchSample, metric: string): number | undefined {
  if (metric === 'ns/op') return sample.nsPerOp;
  return metric === 'B/op' ? sample.bytesPerOp : sample.allocsPerOp;
}

function inUnit(value: number, metric: string, bare: boolean): string {
  if (metric === 'ns/op') return bare ? formatCount(value) : `${formatTime(value)}/op`;
  if (bare) return formatCount(value);
  return `${formatCount(value)} ${metric === 'allocs/op' && value === 1 ? 'alloc/op' : metric}`;
}

function unknown(metric: string, of: string, expected: string[]): FactProblem {
  return { rule: 'fact-unknown', reason: `Unexpected fact \`${metric}\`: \`${of}\` has none`, expected };
}
