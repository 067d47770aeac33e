/**
 * Makes the `package.json` that is published of the one in the repository. There sources are run, and
 * packages take each other from the workspace. Others get what was compiled, and each package asks for the very
 * versions of ours that it was tested with.
 *
 * @param manifest The package's, with `exports` and `bin` that lead into `src`.
 * @param versions The versions of our packages, by name.
 * @param repository Where the sources are; without it npm cannot show how a package was built.
 * @param folder The package's folder in `plugins/`.
 * @returns A new manifest.
 */
export function publishedManifest(
  { exports = {}, files = [], bin, dependencies, ...kept }: Manifest,
  versions: Record<string, string>,
  repository: Repository | undefined,
  folder: string,
): PublishedManifest {
  const entries = typeof exports === 'string' ? { '.': exports } : exports;
  const assets = Object.values(entries).filter((path) => !isSource(path));
  return {
    ...kept,
    devDependencies: undefined,
    ...(repository && { repository: { ...repository, directory: `plugins/${folder}` } }),
    files: ['dist', ...files, ...assets.map((path) => path.replace('./', ''))],
    sideEffects: assets.length > 0 ? assets : false,
    exports: { ...map(entries, publishedEntry), './package.json': './package.json' },
    ...(bin && { bin: map(bin, (path) => compiled(path, 'js')) }),
    dependencies: map(dependencies ?? {}, (range, name) => versions[name] ?? range),
    publishConfig: { access: 'public', ...(repository && { provenance: true }) },
  };
}

/** What we read of a `package.json` in `plugins/`; what else it says is kept. */
export interface Manifest {
  name: string;
  version: string;
  exports?: string | Record<string, string>;
  /** What belongs to the package besides what it exports. */
  files?: string[];
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Where sources are, as npm understands it. */
export interface Repository {
  type: string;
  url: string;
}

/** A `package.json` that npm publishes. */
export interface PublishedManifest {
  name: string;
  version: string;
  repository?: Repository & { directory: string };
  files: string[];
  sideEffects: false | string[];
  /** A file as it is, or a compiled module with its declarations. */
  exports: Record<string, string | { types: string; default: string }>;
  bin?: Record<string, string>;
  dependencies: Record<string, string>;
  /** What only tests need is not published. */
  devDependencies: undefined;
  publishConfig: { access: 'public'; provenance?: boolean };
}

function publishedEntry(path: string): string | { types: string; default: string } {
  return isSource(path) ? { types: compiled(path, 'd.ts'), default: compiled(path, 'js') } : path;
}

function isSource(path: string): boolean {
  return path.startsWith('./src/');
}

/** `./src/index.ts` becomes `./dist/index.js`. */
function compiled(path: string, extension: string): string {
  return path.replace(/^\.\/src\//, './dist/').replace(/ts$/, extension);
}

function map<T>(record: Record<string, string>, to: (value: string, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value, key)]));
}
