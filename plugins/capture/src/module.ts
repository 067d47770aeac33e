import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** The project's own Go module, whose packages fences may import. */
export interface ExamplesModule {
  dir: string;
  /** Modules whose sources lie on this disk: the module itself first, then its local `replace`s. */
  local: { path: string; dir: string }[];
  /** Digest of go.mod and go.sum, which fix the versions of all other modules. */
  digest: string;
}

/** Reads `dir/go.mod`; undefined where there is none. A go.mod that is not valid is for Go to report. */
export async function readModule(dir: string): Promise<ExamplesModule | undefined> {
  const [mod, sum] = await Promise.all(['go.mod', 'go.sum'].map((name) => text(join(dir, name))));
  if (mod === undefined) return undefined;
  const own = /^\s*module\s+"?([^\s"]+)/m.exec(mod)?.[1];
  return {
    dir,
    local: [...(own ? [{ path: own, dir }] : []), ...localReplaces(mod, dir)],
    digest: hash('sha256', JSON.stringify([mod, sum])),
  };
}

/** The import path of a directory, or undefined where no local module holds it. */
export function importPathOf(module: ExamplesModule | undefined, dir: string): string | undefined {
  for (const { path, dir: base } of module?.local ?? []) {
    const inside = relative(base, dir);
    if (inside === '') return path;
    if (!inside.startsWith('..') && resolve(base, inside) === dir)
      return `${path}/${inside.split(sep).join('/')}`;
  }
  return undefined;
}

/** The directory of an imported package, or undefined where it is not one of a local module. */
export function directoryOf(module: ExamplesModule | undefined, importPath: string): string | undefined {
  const holder = module?.local.find(({ path }) => importPath === path || importPath.startsWith(`${path}/`));
  return holder && join(holder.dir, importPath.slice(holder.path.length));
}

/** `replace example.com/x => ../x`, alone or in a group (go.dev/ref/mod#go-mod-file-replace). */
function localReplaces(mod: string, dir: string): { path: string; dir: string }[] {
  const matches = mod.matchAll(
    /^\s*(?:replace\s+)?"?([^\s"()]+)"?(?:\s+v\S+)?\s+=>\s+"?(\.{0,2}\/[^\s"]*)/gm,
  );
  return [...matches].map(([, path, target]) => ({ path: path!, dir: resolve(dir, target!) }));
}

function text(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
