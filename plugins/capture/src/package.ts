import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { GoFile, Unit } from '@escapement/facts';
import { importPathOf, type ExamplesModule } from './module.ts';
import type { Reach } from './reach.ts';

/** A unit as the go command sees it, in one batch. Units of equal code are one package. */
export interface Package {
  /** Absolute directory. */
  dir: string;
  /** How it is named on the command line. */
  pattern: string;
  /** Equal to `pattern` where no module holds the directory: go then names it so too. */
  importPath: string;
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
export function packageOf(unit: Unit, reach: Reach, workspace: string, module?: ExamplesModule): Package {
  const { tests, module: needsModule } = reach;
  if (unit.package.kind === 'directory') {
    const { dir } = unit.package;
    return { dir, pattern: dir, importPath: importPathOf(module, dir) ?? dir, tests, module: needsModule };
  }
  const files = unit.package.files.map(({ name, source }) => ({ name: basename(name), source }));
  const name = `p${hash('sha256', JSON.stringify(files.map((file) => [file.name, file.source]))).slice(0, 16)}`;
  return {
    dir: join(workspace, name),
    pattern: `./${name}`,
    importPath: `${FENCES}/${name}`,
    files,
    tests,
    module: needsModule,
  };
}

/** Takes what is only the workspace's out of a text: a reader knows neither its path nor its names. */
export function withoutWorkspace(text: string, { dir, files, importPath }: Package): string {
  return files
    ? text
        .replaceAll(`${dir}/`, '')
        .replaceAll(dir, '.')
        .replaceAll(`${importPath}/`, '')
        .replaceAll(importPath, FENCES)
    : text;
}
