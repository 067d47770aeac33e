import { join, resolve } from 'node:path';
import type { UnitFacts, Variant } from '@escapement/facts';
import { assemble } from './assemble.ts';
import type { Known } from './batch.ts';
import type { Capture } from './capture.ts';
import { lackingFile, lackingTimings } from './captures-lacking.ts';
import { readTimings } from './captures.ts';
import { frozenInputs, frozenName, frozenToolchain, readFrozen } from './frozen-files.ts';
import type { Job, Part } from './job.ts';
import { emptyKnown } from './memory.ts';
import type { ResolvedOptions } from './options.ts';
import { keyOf, planUnits } from './plan.ts';

/**
 * The engine of a build without Go: all facts come from the committed captures. What they do not have, or
 * have of other sources, stands in the facts as lacking.
 */
export async function openFrozen(
  root: string,
  options: ResolvedOptions,
  variant?: Variant,
): Promise<Capture> {
  const captures = resolve(root, options.captures);
  const toolchain = (await frozenToolchain(captures, variant)) ?? UNKNOWN;
  return {
    toolchain,
    key: async (unit) => keyOf(await planUnits([unit], root, options, NO_GO)),
    async capture(units) {
      const { jobs, module } = await planUnits(units, root, options, NO_GO);
      const known = emptyKnown();
      const { timings } = await readTimings(
        captures,
        jobs.flatMap(({ timing }) => timing ?? []),
      );
      timings.forEach((value, inputs) => known.timings.set(inputs, value));
      const entries = jobs.map(async (job): Promise<[string, UnitFacts]> => {
        const thawed = await thaw(job, known);
        const lacking = thawed
          ? lackingTimings(job, known, options, root)
          : [lackingFile('capture', join(options.captures, frozenName(job.unit, variant)), root)];
        const setting = { toolchain: thawed ?? toolchain, root, module, variant };
        return [job.unit.id, assemble(job, known, setting, lacking)];
      });
      return new Map(await Promise.all(entries));
    },
    measure: refuse,
    freeze: refuse,
    prune: refuse,
  };

  /** Adds the parts of a unit to what is known; returns the Go that said them, where all are there. */
  async function thaw(job: Job, known: Known) {
    const unit = await readFrozen(captures, frozenName(job.unit, variant));
    const wanted = Object.entries(job.keys) as [Part, string][];
    if (unit?.inputs !== frozenInputs(job)) return undefined;
    if (wanted.some(([part]) => unit.parts[part] === undefined && !job.unit.fails)) return undefined;
    for (const [part, key] of wanted) {
      if (unit.parts[part] !== undefined) known[part].set(key, unit.parts[part] as never);
    }
    return unit.toolchain;
  }
}

const NO_GO = { target: {} };

const UNKNOWN = { version: 'an unknown Go', goos: 'unknown', goarch: 'unknown' };

async function refuse(): Promise<never> {
  throw new Error('A frozen build runs no Go: leave out `frozen` to measure or to freeze.');
}
