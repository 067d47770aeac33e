import { summarize, type BenchSample } from '@escapement/facts';
import { blockFacts } from '../attach/block.ts';
import { formatCount, formatTime } from '../attach/format.ts';
import { findBenchmarks, findExample, type PageKnowledge, type TargetProblem } from './target.ts';

/** A number for a sentence, and where it comes from. */
export interface Fact {
  text: string;
  source: string;
}

/** Why there is no such number. */
export interface FactProblem extends TargetProblem {
  rule: 'directive-target' | 'fact-unknown';
}

/** What `:fact[…]` can ask for. */
const metrics = ['allocs/op', 'B/op', 'ns/op', 'heap', 'stack', 'cost', 'go', 'output', 'exit'];

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
  const source = `${example.file}, checked with ${version} ${goos}/${goarch}`;
  switch (metric) {
    case 'go':
      return { text: version.replace(/^go/, 'Go '), source };
    case 'heap':
    case 'stack': {
      const sites = blockFacts(example, facts, []).sites.filter(({ verdict }) => verdict === metric);
      return { text: String(sites.length), source };
    }
    case 'cost': {
      const inlinable = compile.diagnostics.filter(({ cost }) => cost !== undefined);
      const found = inlinable.find(({ subject }) => subject === func);
      const names = [...new Set(inlinable.map(({ subject }) => `func=${subject}`))];
      return found ? { text: String(found.cost), source } : unknown(metric, of, names);
    }
    default:
      if (!run) return unknown(metric, of, ['an example with `run`']);
      return { text: metric === 'exit' ? String(run.exit) : run.stdout.trim(), source };
  }
}

function benchFact(page: PageKnowledge, metric: string, of: string, bare: boolean): Fact | FactProblem {
  const found = findBenchmarks(page, of);
  if ('reason' in found) return { rule: 'directive-target', ...found };
  if (found.length > 1) {
    const names = found.map(({ benchmark }) => benchmark.name);
    return {
      rule: 'directive-target',
      reason: `Unexpected example \`${of}\` with several benchmarks`,
      expected: names,
    };
  }
  const [{ benchmark, facts }] = found as [(typeof found)[number]];
  const values = benchmark.samples.flatMap((sample) => valueOf(sample, metric) ?? []);
  if (values.length === 0) return unknown(metric, of, []);
  const { median } = summarize(values);
  const { version, goos, goarch } = facts.toolchain;
  const source = `${benchmark.name}, median of ${values.length}, ${version} ${goos}/${goarch}, ${facts.measured.slice(0, 10)}`;
  return { text: inUnit(median, metric, bare), source };
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
