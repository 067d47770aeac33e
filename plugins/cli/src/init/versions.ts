import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest } from './manifest.ts';
import { requirement } from './manifest.ts';

/** The files of a new site. */
export const templateFolder = join(import.meta.dirname, '../../template');

/**
 * What a site needs of us: the release that this command is part of.
 *
 * @param from a folder of tarballs, as `npm pack` makes them, that are taken instead of what is published
 * @throws where that folder has no tarball of the integration
 */
export function ownPackages(from: string | undefined): Record<string, string> {
  if (from === undefined) {
    const { version } = readVersion(join(import.meta.dirname, '../../package.json'));
    return { '@escapement/astro': `^${version}`, escapement: `^${version}` };
  }
  const tarballs = readdirSync(from).filter((name) => /^escapement-.*\.tgz$/.test(name));
  const packages = tarballs.map((name) => {
    const [, part] = /^escapement-([a-z-]+)-\d/.exec(name) ?? [];
    return [part ? `@escapement/${part}` : 'escapement', `file:${resolve(from, name)}`] as const;
  });
  if (!packages.some(([name]) => name === '@escapement/astro'))
    throw new Error(`Unexpected --from=${from}: it has no tarball of @escapement/astro`);
  return Object.fromEntries(packages);
}

/** The release of a package that new sites get. */
export function templateVersion(name: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(templateFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies[name]!;
}

/**
 * Looks whether a project has a release of a package that we work with: the one that is installed, or the one that it
 * asks for.
 *
 * @param least the first that will do: `[7, 3]`
 * @throws with the place in `package.json` where there is another
 */
export function expectRelease(root: string, manifest: Manifest, name: string, least: [number, number]): void {
  const asked = requirement(manifest, name);
  const installed = installedVersion(root, name);
  const [, major, minor] = /(\d+)(?:\.(\d+))?/.exec(installed ?? asked?.range ?? '') ?? [];
  if (major === undefined) return;
  // A range such as `^7.1.0` lets a later one be installed, `^0.37.0` does not.
  const later =
    installed === undefined && (minor === undefined || (least[0] > 0 && asked!.range.startsWith('^')));
  const enough =
    Number(major) > least[0] || (Number(major) === least[0] && (later || Number(minor) >= least[1]));
  if (enough) return;
  const reason = `Unexpected ${name} ${installed ?? asked?.range}, expected ${least.join('.')} or newer`;
  throw asked?.refuse(reason) ?? new Error(reason);
}

function installedVersion(root: string, name: string): string | undefined {
  try {
    const { resolve: find } = createRequire(pathToFileURL(join(root, 'package.json')));
    return readVersion(find(`${name}/package.json`)).version;
  } catch {
    return undefined;
  }
}

function readVersion(path: string): { version: string } {
  return JSON.parse(readFileSync(path, 'utf8')) as { version: string };
}
