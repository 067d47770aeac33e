import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files, imports, read } from './source.ts';

/** The design's table: what each package may import from this repository. */
const arrows: Record<string, readonly string[]> = {
  facts: [],
  capture: ['facts'],
  remark: ['facts', 'capture', 'render'],
  render: ['facts'],
  rehype: ['facts', 'render'],
  'expressive-code': ['facts', 'render'],
  astro: ['facts', 'remark', 'rehype', 'expressive-code'],
  cli: ['remark'],
};

const sources = files('plugins/*/src/**/*.ts');

describe('packages', () => {
  test('are all in the design', () => {
    const packages = files('plugins/*/package.json').map(packageOf);
    expect(packages.filter((name) => !(name in arrows))).toEqual([]);
  });

  test('import only along the arrows of the design', () => {
    const crossing = sources.flatMap((path) =>
      imports(path)
        .map((specifier) => ({ path, specifier, target: targetOf(specifier) }))
        .filter(({ target }) => target !== undefined && target !== packageOf(path))
        .filter(({ target }) => !arrows[packageOf(path)]?.includes(target!)),
    );
    expect(crossing.map(({ path, specifier }) => `${path} imports ${specifier}`)).toEqual([]);
  });

  test('reach the source of each other by name only', () => {
    const deep = files('plugins/*/{src,test}/**/*.ts').flatMap((path) =>
      imports(path)
        .filter((specifier) => reachesInto(path, specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(deep).toEqual([]);
  });
});

describe('effects', () => {
  test('only plugins/capture/src/spawn.ts starts processes', () => {
    const starters = ['node:child_process', 'child_process', 'tinyexec', 'execa'];
    const starting = sources.filter((path) =>
      imports(path).some((specifier) => starters.includes(specifier)),
    );
    expect(starting.filter((path) => path !== 'plugins/capture/src/spawn.ts')).toEqual([]);
  });

  test('only the command line ends the process', () => {
    const ending = sources.filter((path) => /\bprocess\.(exit\(|exitCode\s*=)/.test(read(path)));
    expect(ending.filter((path) => packageOf(path) !== 'cli')).toEqual([]);
  });
});

describe('entry files', () => {
  test('only re-export', () => {
    const entries = files('plugins/*/src/index.ts');
    const others = entries.filter((path) =>
      withoutComments(path).some((line) => !/^export (type )?[{*]/.test(line)),
    );
    expect(others).toEqual([]);
  });
});

/** `facts` for `plugins/facts/src/index.ts`. */
function packageOf(path: string): string {
  return path.split('/')[1]!;
}

/** Whether a specifier leads into the source of another package without going through its entry. */
function reachesInto(path: string, specifier: string): boolean {
  if (/^@escapement\/[^/]+\//.test(specifier)) return true;
  if (!specifier.startsWith('.')) return false;
  const [plugins, target, folder] = join(dirname(path), specifier).split('/');
  if (plugins !== 'plugins') return path.split('/')[2] === 'src';
  return target !== packageOf(path) && folder === 'src';
}

/** The package of this repository that a specifier names, if it names one. */
function targetOf(specifier: string): string | undefined {
  if (/^escapement(\/|$)/.test(specifier)) return 'cli';
  return /^@escapement\/([^/]+)/.exec(specifier)?.[1];
}

/** A file's statements, one a line. */
function withoutComments(path: string): string[] {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
