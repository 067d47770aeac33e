import {
  nameFunctions,
  parseDiagnostics,
  type Lacking,
  type Toolchain,
  type UnitFacts,
  type Variant,
} from '@escapement/facts';
import type { Known } from './batch.ts';
import { commandOf } from './command.ts';
import type { Job } from './job.ts';
import type { ExamplesModule } from './module.ts';

/** What the facts of all units of a project share. */
export interface Setting {
  toolchain: Toolchain;
  root: string;
  module?: ExamplesModule | undefined;
  variant?: Variant | undefined;
}

/** Puts together what is known of one unit. */
export function assemble(
  { unit, reach, keys, timing, gcflags }: Job,
  known: Known,
  setting: Setting,
  lacking: Lacking[],
): UnitFacts {
  const { text, foreign, errors, codegen } = known.compile.get(keys.compile) ?? NOTHING;
  const unlinked = Object.values(keys).flatMap((key) => known.unlinked.get(key) ?? []);
  const run = keys.run && known.run.get(keys.run);
  const test = keys.test && known.test.get(keys.test);
  const bench = keys.bench && known.bench.get(keys.bench);
  const profile = keys.profile && known.profile.get(keys.profile);
  const probe = keys.probe ? known.probe.get(keys.probe) : undefined;
  const probed = probe && 'profile' in probe ? probe : undefined;
  const runs = [...(profile ? profile.runs : []), ...(probed ? [probed.profile] : [])];
  const gc = keys.gc && known.gc.get(keys.gc);
  const timings = timing && known.timings.get(timing.inputs);
  return {
    compile: {
      toolchain: setting.toolchain,
      command: commandOf(unit, reach.tests, gcflags, setting),
      diagnostics: nameFunctions(parseDiagnostics(text)),
      errors: [...errors, ...[...new Set(unlinked)].map((message) => ({ message }))],
      foreign,
      ...(codegen && { codegen }),
    },
    ...(run && { run }),
    ...(test && { test }),
    ...(bench && { bench }),
    ...(runs.length > 0 && { profile: { runs } }),
    ...(probed && { stack: probed.stack }),
    ...(probe && 'failure' in probe && { unprobed: probe.failure }),
    ...(gc && { gc }),
    ...(timings && { timings }),
    ...(lacking.length > 0 && { lacking }),
  };
}

const NOTHING = { text: '', foreign: 0, errors: [], codegen: undefined };
