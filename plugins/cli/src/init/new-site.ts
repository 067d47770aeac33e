import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Change } from '../change.ts';
import { addDependencies, readManifest } from './manifest.ts';
import { templateFolder } from './versions.ts';

/** The files of a new site: those of the template, and in `package.json` our packages as well. */
export function newSite(packages: Record<string, string>): Change[] {
  const paths = readdirSync(templateFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(templateFolder, join(parentPath, name)).split(sep).join('/'));
  return paths.toSorted().map((path) => {
    const text = readFileSync(join(templateFolder, path), 'utf8');
    const after = path === 'package.json' ? withPackages(text, packages) : text;
    // npm publishes no file of that name.
    return { path: path === 'gitignore' ? '.gitignore' : path, before: undefined, after };
  });
}

function withPackages(text: string, packages: Record<string, string>): string {
  const manifest = readManifest(text);
  addDependencies(manifest, packages);
  return manifest.edits.toString();
}
