import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Unit } from '@escapement/facts';
import { timingInputs } from './captures.ts';
import { compileFlags } from './flags.ts';
import type { Job } from './job.ts';
import { keysOf } from './keys.ts';
import { readModule, type ExamplesModule } from './module.ts';
import type { CaptureOptions } from './options.ts';
import { directoryReader, reachOf } from './reach.ts';
import type { Go } from './toolchain.ts';

/** Units with all that the disk, as it is now, says of them. */
export interface Plan {
  jobs: Job[];
  module: ExamplesModule | undefined;
}

/** Plans units without running Go; each file is read once, for it may change between two plans. */
export async function planUnits(
  units: Unit[],
  root: string,
  options: CaptureOptions,
  go: Pick<Go, 'target'>,
): Promise<Plan> {
  const module = await readModule(resolve(root, options.examples));
  const read = directoryReader();
  const jobs = units.map(async (given): Promise<Job> => {
    const unit = located(given, root);
    const reach = await reachOf(unit, module, read);
    const timing = timingInputs(unit, reach, options);
    const gcflags = compileFlags(unit, options.gcflags);
    const keys = keysOf(unit, reach, go, { ...options, gcflags });
    return { unit, reach, keys, gcflags, ...(timing && { timing }) };
  });
  return { jobs: await Promise.all(jobs), module };
}

/** A digest of the inputs of all parts of the planned units. */
export function keyOf({ jobs }: Plan): string {
  return hash('sha256', JSON.stringify(jobs.map(({ keys, timing }) => [keys, timing])));
}

function located(unit: Unit, root: string): Unit {
  if (unit.package.kind === 'files') return unit;
  return { ...unit, package: { kind: 'directory', dir: resolve(root, unit.package.dir) } };
}
