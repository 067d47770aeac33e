import { hash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { scanImports, type GoFile, type Unit } from '@escapement/facts';
import { outsideInclude } from './assembly-includes.ts';
import { directoryOf, importPathOf, type ExamplesModule } from './module.ts';

/** What a unit is made of: all that can change what the compiler says about it. */
export interface Reach {
  /** Digest of its sources, of every local package that it imports, and of go.mod where that matters. */
  digest: string;
  /** Has test files. */
  tests: boolean;
  /** A file of its own imports "C". */
  cgo: boolean;
  /** What in assembly, its own or of a local package that it imports, may lead outside. */
  include?: string;
  /** Size of its own Go files together. */
  bytes: number;
  /** Needs the examples module: lies in it, or imports a package from outside the standard library. */
  module: boolean;
}

/** Reads directories, each once: one reader serves one look at the disk. */
export type DirectoryReader = (dir: string) => Promise<Sources>;

/** Follows a unit's imports through the local modules. */
export async function reachOf(
  unit: Unit,
  module: ExamplesModule | undefined,
  read: DirectoryReader,
): Promise<Reach> {
  const source = unit.package;
  const own = source.kind === 'files' ? fromFiles(source) : await read(source.dir);
  // An import path stands in messages, so that equal files elsewhere are another package.
  const place = source.kind === 'directory' ? importPathOf(module, source.dir) : undefined;
  const seen = new Map<string, string>();
  let outside = source.kind === 'directory';
  let { include } = own;
  const queue = [...own.imports];
  for (const path of queue) {
    if (seen.has(path)) continue;
    const dir = directoryOf(module, path);
    // A first element with a dot is a host name: a module that go.mod and go.sum pin.
    outside ||= dir !== undefined || path.split('/')[0]!.includes('.');
    const sources = dir === undefined ? undefined : await read(dir);
    seen.set(path, sources?.digest ?? '');
    include ??= sources?.include;
    queue.push(...(sources?.imports ?? []));
  }
  const digest = hash('sha256', JSON.stringify([own.digest, place, [...seen], outside && module?.digest]));
  const { tests, imports, bytes } = own;
  return { digest, tests, cgo: imports.includes('C'), bytes, module: outside, ...(include && { include }) };
}

/** A reader that remembers what it has read. */
export function directoryReader(): DirectoryReader {
  const known = new Map<string, Promise<Sources>>();
  return (dir) => {
    const sources = known.get(dir) ?? readDirectory(dir);
    known.set(dir, sources);
    return sources;
  };
}

interface Sources {
  digest: string;
  imports: string[];
  tests: boolean;
  bytes: number;
  include?: string;
}

function fromFiles({ files, name: alias }: { files: GoFile[]; name?: string }): Sources {
  const sources = files.map(({ name, source }) => [name, source]);
  return {
    digest: hash('sha256', JSON.stringify(alias === undefined ? sources : [alias, sources])),
    imports: files.flatMap(({ source }) => scanImports(source)),
    tests: files.some(({ name }) => name.endsWith('_test.go')),
    bytes: files.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0),
  };
}

/** Every file counts, in folders below too: `//go:embed` and tests may read them. */
async function readDirectory(dir: string): Promise<Sources> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map(pathOf);
  // Opening a pipe would wait for somebody to write to it.
  const paths = [...entries.filter((entry) => entry.isFile()).map(pathOf), ...links];
  const files = await Promise.all(
    paths.toSorted().map(async (path) => ({ path, data: await contents(path) })),
  );
  const go = files.filter(({ path }) => dirname(path) === dir && path.endsWith('.go'));
  const include = outsideInclude(files, links);
  const sums = files.map(({ path, data }) => [relative(dir, path), hash('sha256', data)]);
  return {
    digest: hash('sha256', JSON.stringify(sums)),
    imports: go.flatMap(({ data }) => scanImports(data.toString())),
    tests: go.some(({ path }) => path.endsWith('_test.go')),
    bytes: go.reduce((sum, { data }) => sum + data.length, 0),
    ...(include && { include }),
  };
}

function pathOf({ parentPath, name }: Dirent): string {
  return join(parentPath, name);
}

/** A link that leads nowhere, or to a directory, has none. */
function contents(path: string): Promise<Buffer> {
  return readFile(path).catch(() => Buffer.alloc(0));
}
