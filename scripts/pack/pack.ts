import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { npmCommand } from '../setup/packages.mjs';
import { publishedManifest, type Manifest, type PublishedManifest, type Repository } from './manifest.ts';

/** A package that is ready to be published. */
export interface Packed {
  /** For example `@escapement/facts`. */
  name: string;
  /** The folder that was packed. */
  folder: string;
  /** The path of what `npm pack` made of it. */
  tarball: string;
}

/**
 * Builds every package of `plugins/` and packs it. Inside this repository packages run from their sources;
 * below `node_modules` Node strips no types, so what is published is JavaScript with declarations.
 *
 * @param root The repository's folder; everything is written below its `.escapement/packages`.
 * @returns The packages, each behind those that it depends on.
 * @throws when the compiler or npm fails; what they say stands on stderr
 */
export function packPackages(root: string): Packed[] {
  const out = join(root, '.escapement', 'packages');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  // One program for all of them: they import each other's sources.
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = ['-p', join(root, 'scripts', 'pack'), '--outDir', out];
  // What it finds, it prints to stdout.
  execFileSync(process.execPath, [compiler, ...args], { stdio: ['ignore', 2, 2] });

  const sources = globSync('plugins/*/package.json', { cwd: root }).map((path) => join(root, path, '..'));
  const manifests = sources.map((source) => readJson(join(source, 'package.json')) as Manifest);
  const versions = Object.fromEntries(manifests.map(({ name, version }) => [name, version]));
  const { repository } = readJson(join(root, 'package.json')) as { repository?: Repository };
  const packed = sources.map((source, index) => {
    const folder = join(out, basename(source));
    const manifest = publishedManifest(manifests[index]!, versions, repository, basename(source));
    stage(source, folder, manifest);
    return { manifest, folder, tarball: join(out, tarballName(manifest)) };
  });

  const [npm, ...before] = npmCommand();
  const folders = packed.map(({ folder }) => folder);
  const flags = ['--pack-destination', out, '--ignore-scripts', '--loglevel=error'];
  execFileSync(npm, [...before, 'pack', ...folders, ...flags], { cwd: out, stdio: ['ignore', 'ignore', 2] });
  return inOrder(packed).map(({ manifest, ...rest }) => ({ name: manifest.name, ...rest }));
}

/** Adds to the compiled files of a package what else belongs into it. npm itself takes the README and the LICENSE. */
function stage(source: string, folder: string, manifest: PublishedManifest): void {
  renameSync(join(folder, 'src'), join(folder, 'dist'));
  for (const path of [...manifest.files.filter((file) => file !== 'dist'), 'README.md'])
    cpSync(join(source, path), join(folder, path), { recursive: true });
  cpSync(join(source, '../../LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Each behind those that it depends on, so that a reader of the registry never finds one without them. */
function inOrder<T extends { manifest: PublishedManifest }>(packages: T[], placed: T[] = []): T[] {
  const waiting = packages.filter((item) => !placed.includes(item));
  const names = new Set(waiting.map(({ manifest }) => manifest.name));
  const next = waiting.filter(({ manifest }) =>
    Object.keys(manifest.dependencies).every((name) => !names.has(name)),
  );
  return next.length === 0 ? placed : inOrder(packages, [...placed, ...next]);
}

/** As npm makes it: `@escapement/facts` 1.2.3 becomes `escapement-facts-1.2.3.tgz`. */
function tarballName({ name, version }: PublishedManifest): string {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
