import { hash } from 'node:crypto';
import type { Unit } from '@escapement/facts';
import type { CaptureOptions } from './options.ts';
import type { Reach } from './reach.ts';
import type { Go } from './toolchain.ts';

/** The store keys of the parts of a unit that are wanted and can be had: without test files no benchmark. */
export interface Keys {
  compile: string;
  run?: string;
  test?: string;
  bench?: string;
  profile?: string;
  probe?: string;
  gc?: string;
}

/**
 * Makes the keys: each is a digest of all that goes into its part. The unit's `id` is not among it, so
 * that the same code on two pages is captured once.
 */
export function keysOf(unit: Unit, reach: Reach, go: Pick<Go, 'target'>, options: CaptureOptions): Keys {
  const code = [SCHEMA, reach.digest, go.target, options.gcflags];
  const { run, bench } = options;
  return {
    compile: key('compile', code, unit.fails),
    ...(unit.run && { run: key('run', code, unit.run, run) }),
    ...(unit.test && reach.tests && { test: key('test', code, run) }),
    ...(unit.bench && reach.tests && { bench: key('bench', code, run, bench.timeoutMs) }),
    ...(unit.bench && reach.tests && { profile: key('profile', code) }),
    ...(unit.probe && unit.run && { probe: key('probe', code, unit.run) }),
    ...(unit.gc && unit.run && { gc: key('gc', code, unit.run) }),
  };
}

/** Raised whenever the flags of the go commands or the shape of an entry change. */
export const SCHEMA = 7;

function key(part: string, ...inputs: unknown[]): string {
  return `${part}:${hash('sha256', JSON.stringify(inputs))}`;
}
