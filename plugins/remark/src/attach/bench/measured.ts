import type { Benchmark, Timings, Toolchain } from '@escapement/facts';

/** A benchmark with what it allocates, and with its times where there are any. */
export interface MeasuredBenchmark {
  /** Its B/op and allocs/op, as this build's Go counted them. */
  counted: Benchmark;
  counter: Toolchain;
  timed?: Benchmark;
  timings?: Timings;
}

/** Nanoseconds per operation, one number for each sample; empty where it was not timed. */
export function timesOf(row: MeasuredBenchmark | undefined): number[] {
  return row?.timed?.samples.map(({ nsPerOp }) => nsPerOp) ?? [];
}

/** B/op of each sample that has one. */
export function bytesOf({ counted }: MeasuredBenchmark): number[] {
  return counted.samples.flatMap(({ bytesPerOp }) => bytesPerOp ?? []);
}

/** allocs/op of each sample that has one. */
export function allocsOf({ counted }: MeasuredBenchmark): number[] {
  return counted.samples.flatMap(({ allocsPerOp }) => allocsPerOp ?? []);
}
