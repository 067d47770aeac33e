import { hash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { parseTimings, printTimings, type Timings, type Unit } from '@escapement/facts';
import { captureName } from './captures-name.ts';
import { codeFlags } from './flags.ts';
import type { CaptureOptions } from './options.ts';
import type { Reach } from './reach.ts';

/** What a unit's timings are measured from, and where they are kept. */
export interface TimingInputs {
  /** Digest of the sources and of how they are measured; the machine and the Go are not among them. */
  inputs: string;
  /** Name of the file among the captures. */
  name: string;
}

/**
 * The inputs of a unit's timings; undefined where it has no benchmarks. Timings tell on which machine and
 * with which Go they were taken, so that a team can share them: only a change of what they are about, or
 * of how it is measured, makes them stale.
 */
export function timingInputs(
  unit: Unit,
  reach: Reach,
  { gcflags, bench }: CaptureOptions,
): TimingInputs | undefined {
  if (!unit.bench || !reach.tests || unit.fails) return undefined;
  const inputs = [FORMAT, reach.digest, codeFlags(unit, gcflags), bench.count, bench.time];
  const digest = hash('sha256', JSON.stringify(inputs));
  return { inputs: digest.slice(0, 16), name: `${captureName(unit.id)}.txt` };
}

/** Timings by the inputs that they are of, and the names of the wanted files that hold their own. */
export interface FoundTimings {
  timings: Map<string, Timings>;
  /** By wanted inputs of which there are none: those that their file has of other inputs. */
  older: Map<string, Timings>;
  inPlace: Set<string>;
}

/**
 * Looks for timings of the wanted inputs: in their own files, then in all others, where they are when a
 * page or an id was renamed.
 */
export async function readTimings(dir: string, wanted: TimingInputs[]): Promise<FoundTimings> {
  const found: FoundTimings = { timings: new Map(), older: new Map(), inPlace: new Set() };
  const open = new Set(wanted.map(({ inputs }) => inputs));
  const byName = Map.groupBy(wanted, ({ name }) => name);
  const read = async (name: string) => {
    const file = parseTimings(await readFile(join(dir, name), 'utf8').catch(() => ''));
    if (!file) return;
    for (const { inputs } of byName.get(name) ?? []) {
      if (inputs === file.inputs) found.inPlace.add(name);
      else found.older.set(inputs, { ...file.timings, older: true });
    }
    if (open.delete(file.inputs)) found.timings.set(file.inputs, file.timings);
  };
  for (const name of byName.keys()) await read(name);
  const others = open.size > 0 ? await captureFiles(dir, '.txt') : [];
  for (const name of others) await read(name);
  return found;
}

/** Writes the timings of one unit. */
export async function writeTimings(
  dir: string,
  { inputs, name }: TimingInputs,
  timings: Timings,
): Promise<void> {
  await replaceFile(join(dir, name), printTimings(name.replace(/\.txt$/, ''), { timings, inputs }));
}

/** Deletes all captures with an ending but the named ones; returns the names of those that are gone. */
export async function pruneCaptures(dir: string, ending: string, kept: string[]): Promise<string[]> {
  const gone = (await captureFiles(dir, ending)).filter((name) => !kept.includes(name));
  await Promise.all(gone.map((name) => rm(join(dir, name))));
  return gone;
}

/** Names, with `/`, of all files below a directory that end so; none where there is no directory. */
export async function captureFiles(dir: string, ending: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** Writes a file that is never met half written. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** Raised when the way of measuring changes, so that older timings must not stand beside new ones. */
const FORMAT = 1;
