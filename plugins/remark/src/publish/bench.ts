import { summarize, type BenchSample, type UnitFacts } from '@escapement/facts';
import type { PublishedBenchmark } from './schema.ts';

/** The benchmarks of a unit with what they allocate, and their times where they are committed. */
export function publishBenchmarks({ bench, timings }: UnitFacts): PublishedBenchmark[] {
  return (bench?.benchmarks ?? []).map(({ name, samples }) => {
    const timed = timings?.benchmarks.find((benchmark) => benchmark.name === name);
    const bytesPerOp = medianOf(samples, ({ bytesPerOp: bytes }) => bytes);
    const allocsPerOp = medianOf(samples, ({ allocsPerOp: allocs }) => allocs);
    return {
      name,
      ...(bytesPerOp !== undefined && { bytesPerOp }),
      ...(allocsPerOp !== undefined && { allocsPerOp }),
      ...(timings &&
        !timings.older &&
        timed &&
        timed.samples.length > 0 && { time: timeOf(timed.samples, timings) }),
    };
  });
}

function timeOf(samples: BenchSample[], timings: NonNullable<UnitFacts['timings']>) {
  const values = samples.map(({ nsPerOp }) => nsPerOp);
  const { median, low, high } = summarize(values);
  const { measured, toolchain, machine } = timings;
  const interval = low === undefined || high === undefined ? {} : { low, high };
  return { nsPerOp: median, ...interval, samples: samples.length, values, measured, toolchain, machine };
}

function medianOf(
  samples: BenchSample[],
  value: (sample: BenchSample) => number | undefined,
): number | undefined {
  const values = samples.flatMap((sample) => value(sample) ?? []);
  return values.length > 0 ? summarize(values).median : undefined;
}
