import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readText, type Change } from '../change.ts';
import { addDependencies, readManifest } from './manifest.ts';
import { templateFolder } from './versions.ts';

/**
 * True for a folder that is absent, or holds nothing but what belongs to git or the system, and what
 * `npm install escapement` puts into an empty one.
 */
export function isEmpty(root: string): boolean {
  if (!existsSync(root)) return true;
  const names = readdirSync(root);
  if (!names.every((name) => NOTHING.includes(name))) return false;
  const kept = names.includes('package.json') ? Object.keys(readJsonFile(join(root, 'package.json'))) : [];
  return kept.every((key) => DEPENDENCIES.includes(key));
}

const NOTHING = ['.git', '.DS_Store', 'node_modules', 'package-lock.json', 'package.json'];

const DEPENDENCIES = ['dependencies', 'devDependencies'];

/**
 * The files of a new site: those of the template, and in `package.json` our packages as well, in the versions that
 * are asked for in this folder already.
 */
export async function newSite(root: string, packages: Record<string, string>): Promise<Change[]> {
  const own = await readText(root, 'package.json');
  const asked = own === undefined ? {} : readJsonFile(join(root, 'package.json'));
  const wanted = { ...packages, ...asked['devDependencies'], ...asked['dependencies'] };
  const paths = readdirSync(templateFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(templateFolder, join(parentPath, name)).split(sep).join('/'));
  return paths.toSorted().map((path) => {
    const text = readFileSync(join(templateFolder, path), 'utf8');
    const after = path === 'package.json' ? withPackages(text, wanted) : text;
    const before = path === 'package.json' ? own : undefined;
    // npm publishes no file of that name.
    return { path: path === 'gitignore' ? '.gitignore' : path, before, after };
  });
}

function withPackages(text: string, packages: Record<string, string>): string {
  const manifest = readManifest(text);
  addDependencies(manifest, packages);
  return manifest.edits.toString();
}

function readJsonFile(path: string): Record<string, Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string>>;
  } catch {
    // What is wrong with it is told when it is read as that of a project.
    return { unreadable: {} };
  }
}
