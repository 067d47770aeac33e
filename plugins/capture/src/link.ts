import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { splitPosition } from '@escapement/facts';
import { buildFlags, goOptions, type Batch } from './compile.ts';
import { runGo } from './go-command.ts';
import type { Package } from './package.ts';
import { PROBE, PROBE_SOURCE } from './probe-source.ts';
import { readSaid } from './said.ts';
import type { Workspace } from './workspace.ts';

/** A program or test binary, or why there is none. */
export type Linked = { binary: string } | { error: string };

/** Programs, programs with the probe in them, or test binaries. */
export type Kind = 'build' | 'probe' | 'test';

/**
 * Links the binaries of packages, all with one go command; more only where two packages share a name,
 * which go would write to one file.
 */
export async function link(batch: Batch, kind: Kind, packages: Package[]): Promise<Map<Package, Linked>> {
  const linked = new Map<Package, Linked>();
  for (const [index, group] of withoutNamesakes(packages).entries()) {
    const bin = join(batch.workspace.dir, 'bin', `${kind}${index}`);
    for (const [target, result] of await linkGroup(batch, kind, group, bin)) linked.set(target, result);
  }
  return linked;
}

async function linkGroup(
  batch: Batch,
  kind: Kind,
  packages: Package[],
  bin: string,
): Promise<[Package, Linked][]> {
  const { go, workspace, gcflags } = batch;
  await mkdir(bin, { recursive: true });
  const said = readSaid(packages);
  // Symbol tables are of no use to a program that only runs; without them linking is a third faster.
  const ldflags = `-ldflags=-s -w${kind === 'probe' ? ' -checklinkname=0' : ''}`;
  const overlay = kind === 'probe' ? [`-overlay=${await layProbe(workspace, packages)}`] : [];
  const flags = [...buildFlags(gcflags), ldflags, ...overlay, '-o', `${bin}/`];
  const args = [...(kind === 'test' ? ['test', '-c', '-vet=off'] : ['build']), ...flags];
  await runGo(go.command, [...args, ...packages.map(({ pattern }) => pattern)], {
    ...goOptions(batch, packages),
    cwd: workspace.dir,
    signal: workspace.signal,
    onStderr: said.push,
  });
  const suffix = `${kind === 'test' ? '.test' : ''}${go.toolchain.goos === 'windows' ? '.exe' : ''}`;
  return packages.map((target) => {
    const binary = join(bin, nameOf(target) + suffix);
    return [target, existsSync(binary) ? { binary } : { error: reason(said.of(target).text, kind) }];
  });
}

/** Lays the probe over the packages, whose directories are not touched; returns the path of the overlay. */
async function layProbe({ dir }: Workspace, packages: Package[]): Promise<string> {
  const [source, overlay] = [join(dir, PROBE), join(dir, 'overlay.json')];
  const files = packages.map((target) => [join(target.dir, PROBE), source]);
  await writeFile(source, PROBE_SOURCE);
  await writeFile(overlay, JSON.stringify({ Replace: Object.fromEntries(files) }));
  return overlay;
}

/** The linker's words have no position; all else in the block is the compiler's output, replayed. */
function reason(text: string, kind: Kind): string {
  const lines = text.split('\n').filter((line) => line !== '' && !splitPosition(line).pos);
  if (lines.length > 0) return lines.map((line) => line.replace(/^\S*·f: /, '')).join('\n');
  return kind === 'test'
    ? 'There are no tests to link.'
    : 'The package is not a program: it is not `package main`.';
}

/** `go build` names a program after the last element of its import path that is not a version. */
function nameOf({ importPath }: Package): string {
  const elements = importPath.split('/');
  const last = elements.pop()!;
  return /^v\d+$/.test(last) ? (elements.pop() ?? last) : last;
}

function withoutNamesakes(packages: Package[]): Package[][] {
  const groups: Package[][] = [];
  const seen = new Map<string, number>();
  for (const target of packages) {
    const index = seen.get(nameOf(target)) ?? 0;
    seen.set(nameOf(target), index + 1);
    (groups[index] ??= []).push(target);
  }
  return groups;
}
