import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { editAstroConfig, type AstroSite } from './astro-config.ts';
import { readText, type Change } from '../change.ts';
import { editCollections } from './collections.ts';
import { newline } from './insert.ts';
import { addDependencies, readManifest } from './manifest.ts';
import { readModule, refusal } from './source.ts';
import { expectRelease, templateFolder, templateVersion } from './versions.ts';

/**
 * What an Astro or Starlight project needs so that its pages are verified: only files that change.
 *
 * @throws with the reason, at its place, where the project is not understood
 */
export async function existingSite(root: string, packages: Record<string, string>): Promise<Change[]> {
  const json = await readText(root, 'package.json');
  if (json === undefined)
    throw new Error(
      'Unexpected folder: it has files, and no package.json. Expected an empty folder, or an Astro project',
    );
  const manifest = readManifest(json);
  const configPath = findConfig(root);
  if (configPath === undefined)
    throw refusal('package.json', undefined, 'Unexpected project without astro.config.mjs, .js, .ts or .mts');
  expectRelease(root, manifest, 'astro', [7, 3]);
  const config = readModule(configPath, (await readText(root, configPath))!);
  const site = editAstroConfig(config);
  if (site.starlight) expectRelease(root, manifest, '@astrojs/starlight', [0, 42]);
  addDependencies(manifest, {
    '@astrojs/markdown-remark': `^${templateVersion('@astrojs/markdown-remark')}`,
    ...packages,
  });
  const collections = await editContent(root, site);
  const changes: Change[] = [
    { path: 'package.json', before: json, after: manifest.edits.toString() },
    { path: configPath, before: config.text, after: config.edits.toString() },
    ...collections.changes,
    ...(await ownOptions(root, collections.folders)),
    ...(await ignoreStore(root)),
  ];
  return changes.filter(({ before, after }) => before !== after);
}

function findConfig(root: string): string | undefined {
  const names = readdirSync(root);
  const common = ['astro.config.cjs', 'astro.config.cts'].find((name) => names.includes(name));
  const found = ['mjs', 'js', 'ts', 'mts']
    .map((end) => `astro.config.${end}`)
    .find((name) => names.includes(name));
  if (common && !found) throw refusal(common, undefined, 'Unexpected CommonJS, expected astro.config.mjs');
  return found;
}

/** The collections, or where there are none the pages that stand among the routes. */
async function editContent(
  root: string,
  { starlight, srcDir }: AstroSite,
): Promise<{ changes: Change[]; folders: string[] }> {
  for (const end of ['mjs', 'js', 'mts', 'ts']) {
    const path = `${srcDir === '.' ? '' : `${srcDir}/`}content.config.${end}`;
    const before = await readText(root, path);
    if (before === undefined) continue;
    const { text, folders } = editCollections(readModule(path, before), srcDir);
    return { changes: [{ path, before, after: text }], folders };
  }
  if (starlight)
    throw new Error(
      `Unexpected Starlight project without ${srcDir}/content.config.ts, where its pages are loaded`,
    );
  const folder = `${srcDir}/pages`;
  if (hasPages(join(root, folder))) return { changes: [], folders: [folder] };
  // The first page comes with what it quotes.
  const paths = ['limits/limits.go', 'limits/limits_test.go', 'go.mod'].map((path) => `examples/${path}`);
  const examples = await Promise.all(paths.map((path) => fromTemplate(root, path, path)));
  const page = await fromTemplate(root, 'content/guide/limits.md', `${folder}/limits.md`);
  return { changes: [...examples.flat(), ...page], folders: [folder] };
}

function hasPages(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) => /\.mdx?$/.test(path));
  } catch {
    return false;
  }
}

/** A file of the template, where the project has none of that name. */
async function fromTemplate(root: string, path: string, to: string): Promise<Change[]> {
  const before = await readText(root, to);
  if (before !== undefined) return [];
  return [{ path: to, before, after: (await readText(templateFolder, path))! }];
}

/** Says where the pages are, unless they are in `content/`, or the project has options already. */
async function ownOptions(root: string, folders: string[]): Promise<Change[]> {
  const path = 'escapement.config.mjs';
  const before = await readText(root, path);
  if (before !== undefined || folders.join() === 'content') return [];
  const list = folders.map((folder) => `'${folder}'`).join(', ');
  const after = `/** Options of Escapement; each has a default. */\nexport default {\n  content: [${list}],\n};\n`;
  return [{ path, before, after }];
}

/** Keeps the store between builds out of git, where git ignores anything at all. */
async function ignoreStore(root: string): Promise<Change[]> {
  const path = '.gitignore';
  const before = await readText(root, path);
  if (before === undefined || /^\/?\.escapement\/?\s*$/m.test(before)) return [];
  const end = newline(before);
  const gap = before === '' || before.endsWith('\n') ? '' : end;
  return [{ path, before, after: `${before}${gap}.escapement/${end}` }];
}
