import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Toolchain, Unit, Variant } from '@escapement/facts';
import type { Known } from './batch.ts';
import { captureFiles, replaceFile } from './captures.ts';
import { captureName } from './captures-name.ts';
import type { Job, Part } from './job.ts';
import { SCHEMA } from './keys.ts';

/** What one toolchain said of one unit, as a frozen build needs it. */
export interface FrozenUnit {
  /** Digest of the sources and flags. Of the Go it says nothing: that is in `toolchain`, for the reader. */
  inputs: string;
  toolchain: Toolchain;
  /** Values of the store, by part; absent where the unit did not ask for the part. */
  parts: Partial<Record<Part, unknown>>;
}

/** Writes what is known of the units of one toolchain; returns the names of the files. */
export async function freezeUnits(
  captures: string,
  jobs: Job[],
  known: Known,
  toolchain: Toolchain,
  variant?: Variant,
): Promise<string[]> {
  const writes = jobs.map(async (job) => {
    const parts = Object.entries(job.keys).flatMap(([part, key]) => {
      const value: unknown = known[part as Part].get(key);
      return value === undefined ? [] : [[part, value]];
    });
    const name = frozenName(job.unit, variant);
    const unit = { inputs: frozenInputs(job), toolchain, parts: Object.fromEntries(parts) };
    await replaceFile(join(captures, name), printFrozen(unit));
    return name;
  });
  return Promise.all(writes);
}

/** Reads one file; undefined where there is none, or it is no such file. */
export async function readFrozen(captures: string, name: string): Promise<FrozenUnit | undefined> {
  try {
    return JSON.parse(await readFile(join(captures, name), 'utf8'), joined) as FrozenUnit;
  } catch {
    return undefined;
  }
}

/** The toolchain of the first file that a variant has; undefined where nothing is frozen. */
export async function frozenToolchain(captures: string, variant?: Variant): Promise<Toolchain | undefined> {
  const ending = `${suffixOf(variant)}.json`;
  const names = await captureFiles(join(captures, FOLDER), ending);
  const name = names.find((one) => variant || !one.includes('@'));
  return name === undefined ? undefined : (await readFrozen(captures, `${FOLDER}/${name}`))?.toolchain;
}

/** The name of a unit's file among the captures. */
export function frozenName({ id }: Unit, variant?: Variant): string {
  return `${FOLDER}/${captureName(id)}${suffixOf(variant)}.json`;
}

/** The names of all files of a unit: its own, and those of the variants that it asks for. */
export function frozenNames(unit: Unit): string[] {
  return [frozenName(unit), ...(unit.variants ?? []).map((variant) => frozenName(unit, variant))];
}

/** A digest of all that decides what Go says of a unit, but the Go itself. */
export function frozenInputs({ unit, reach, gcflags }: Job): string {
  return hash('sha256', JSON.stringify([SCHEMA, reach.digest, gcflags, unit.fails])).slice(0, 16);
}

const FOLDER = 'frozen';

/** `@go1.24-386`; ids have no `@`. */
function suffixOf(variant?: Variant): string {
  if (!variant) return '';
  return `@${[variant.go && `go${variant.go}`, variant.goarch].filter(Boolean).join('-')}`;
}

/** Texts of several lines become lists of lines, so that a change can be read in a diff. */
function printFrozen(unit: FrozenUnit): string {
  const split = (_: string, value: unknown) =>
    typeof value === 'string' && value.includes('\n') ? { '\n': value.split('\n') } : value;
  return `${JSON.stringify(unit, split, 1)}\n`;
}

function joined(_: string, value: unknown): unknown {
  const lines = value !== null && typeof value === 'object' && '\n' in value ? value['\n'] : undefined;
  return Array.isArray(lines) ? lines.join('\n') : value;
}
