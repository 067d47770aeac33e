import { availableParallelism, cpus } from 'node:os';
import type { Machine, Toolchain } from '@escapement/facts';

/** This machine, as far as timings depend on it. */
export function thisMachine({ goos, goarch }: Toolchain): Machine {
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), goos, goarch };
}
