import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { replaceImport, type GoFile, type Unit } from '@escapement/facts';
import { importPathOf, type ExamplesModule } from './module.ts';
import type { Reach } from './reach.ts';

/** A unit as the go command sees it, in one batch. Units of equal code are one package. */
export interface Package {
  /** The id of a unit of this code: how messages name it. */
  id: string;
  /** Absolute directory. */
  dir: string;
  /** How it is named on the command line. */
  pattern: string;
  /** Equal to `pattern` where no module holds the directory: go then names it so too. */
  importPath: string;
  /** What stands for `importPath` in what a reader sees. */
  alias: string;
  /** Present where the sources must be written to the workspace first. */
  files?: GoFile[];
  tests: boolean;
  module: boolean;
}

/** The module of the fences, in the workspace. */
export const FENCES = 'example';

/**
 * Gives a unit its place. Fences lie in a directory named by a digest of their sources, because the
 * import path that follows from it stands in Go's build cache and in messages.
 */
export function packageOf(
  { id, package: code }: Unit,
  reach: Reach,
  workspace: string,
  module?: ExamplesModule,
): Package {
  const { tests, module: needsModule } = reach;
  if (code.kind === 'directory') {
    const { dir } = code;
    const importPath = importPathOf(module, dir) ?? dir;
    return { id, dir, pattern: dir, importPath, alias: importPath, tests, module: needsModule };
  }
  const alias = aliasOf(code);
  const given = code.files.map(({ name, source }) => [basename(name), source] as const);
  const known = code.name === undefined ? given : [alias, given];
  const name = `p${hash('sha256', JSON.stringify(known)).slice(0, 16)}`;
  const importPath = `${FENCES}/${name}`;
  const files = given.map(([file, source]) => ({
    name: file,
    source: code.name === undefined ? source : replaceImport(source, alias, importPath),
  }));
  return {
    id,
    dir: join(workspace, name),
    pattern: `./${name}`,
    importPath,
    alias,
    files,
    tests,
    module: needsModule,
  };
}

/** What fences are called by: their module, or the path by which their external tests import them. */
export function aliasOf({ name }: { name?: string }): string {
  return name === undefined ? FENCES : `${FENCES}/${name}`;
}

/** The name of a function without its package; undefined for one of another package. */
export function functionIn({ importPath }: Package, symbol: string): string | undefined {
  // In symbols a dot of the last element is escaped (cmd/internal/objabi, PathToPrefix).
  const path = importPath.replace(/[^/]+$/, (last) => last.replaceAll('.', '%2e'));
  const prefix = ['main.', `${path}.`, `${path}_test.`].find((start) => symbol.startsWith(start));
  return prefix && symbol.slice(prefix.length);
}

/** Takes what is only the workspace's out of a text: a reader knows neither its path nor its names. */
export function withoutWorkspace(text: string, { dir, files, importPath, alias }: Package): string {
  return files
    ? text
        .replaceAll(`${dir}/`, '')
        .replaceAll(dir, '.')
        .replaceAll(`${importPath}/`, '')
        .replaceAll(importPath, alias)
    : text;
}
