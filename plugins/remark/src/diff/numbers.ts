import { compareSamples } from '@escapement/facts';
import type { PublishedBenchmark, PublishedExample, PublishedFunction } from '../publish/schema.ts';
import type { Change } from './types.ts';

type NumberChange = Pick<Change, 'kind' | 'subject' | 'before' | 'after' | 'p'>;

/** Frames and inlining of functions, and numbers of benchmarks, that both sides have and that differ. */
export function diffNumbers(before: PublishedExample, after: PublishedExample): NumberChange[] {
  return [
    ...pairs(before.functions, after.functions).flatMap(functionChanges),
    ...pairs(before.benchmarks, after.benchmarks).flatMap(benchmarkChanges),
  ];
}

function pairs<T extends { name: string }>(before: T[] = [], after: T[] = []): [T, T][] {
  return after.flatMap((one): [T, T][] => {
    const other = before.find(({ name }) => name === one.name);
    return other ? [[other, one]] : [];
  });
}

function functionChanges([before, after]: [PublishedFunction, PublishedFunction]): NumberChange[] {
  // What a benchmark's own loop is made of is the affair of the testing package.
  if (/^(?:Benchmark|Test|Fuzz)/.test(after.name)) return [];
  return [
    ...differing('frame', after.name, before.frame, after.frame),
    ...differing('inlining', after.name, inlining(before), inlining(after)),
  ];
}

/** The cost of inlining a function, or why it can't be; undefined where the compiler says nothing of it. */
function inlining({ cost, notInlined }: PublishedFunction): number | string | undefined {
  return notInlined === undefined ? cost : `not inlined: ${notInlined}`;
}

function benchmarkChanges([before, after]: [PublishedBenchmark, PublishedBenchmark]): NumberChange[] {
  const subject = after.name;
  return [
    ...differing('allocs/op', subject, before.allocsPerOp, after.allocsPerOp),
    ...differing('B/op', subject, before.bytesPerOp, after.bytesPerOp),
    ...timeChange(subject, before.time, after.time),
  ];
}

function differing(
  kind: Change['kind'],
  subject: string,
  before: number | string | undefined,
  after: number | string | undefined,
): NumberChange[] {
  if (before === after || before === undefined || after === undefined) return [];
  return [{ kind, subject, before, after }];
}

type Time = PublishedBenchmark['time'];

/** Times of one machine that differ by more than noise; those of two machines say nothing of the code. */
function timeChange(subject: string, before: Time, after: Time): NumberChange[] {
  if (!before?.values?.length || !after?.values?.length) return [];
  if (JSON.stringify(before.machine) !== JSON.stringify(after.machine)) return [];
  const { p, significant } = compareSamples(before.values, after.values);
  if (!significant) return [];
  return [{ kind: 'ns/op', subject, before: before.nsPerOp, after: after.nsPerOp, p }];
}
