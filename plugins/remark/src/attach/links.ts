import { deflateSync } from 'node:zlib';
import { isStandardImport, scanImports, type BlockLinks, type Toolchain, type Unit } from '@escapement/facts';

/**
 * Where a reader can try a program by itself: nothing for one that needs other files of its package, or a package
 * that is not of the standard library.
 *
 * @param file the whole file
 */
export function linksOf(
  { package: code, fails, gcflags = [] }: Unit,
  toolchain: Toolchain,
  file: string,
): BlockLinks {
  if (fails || code.kind !== 'files' || code.files.length > 1) return {};
  if (!scanImports(file).every(isStandardImport)) return {};
  const explorer = explorerAddress(toolchain, ['-m=2', ...gcflags], file);
  const runs = /^package main\b/m.test(file) && /^func main\(\)/m.test(file);
  return { ...(explorer && { explorer }), ...(runs && { playground: 'https://go.dev/play/' }) };
}

/**
 * An address of Compiler Explorer that holds the program itself ("clientstate" in its documentation of the API), so
 * that nothing is sent before a reader follows it. What it reads may be compressed
 * (`extractJsonFromBufferAndInflateIfRequired` in its lib/handlers/route-api.ts), which saves a page of many programs
 * some kilobytes. Its Go takes options as those of the compiler, behind `-gcflags`.
 */
function explorerAddress(toolchain: Toolchain, flags: string[], source: string): string | undefined {
  const compiler = explorerCompiler(toolchain);
  if (compiler === undefined) return undefined;
  const compilers = [{ id: compiler, options: flags.join(' ') }];
  const state = JSON.stringify({ sessions: [{ id: 1, language: 'go', source, compilers }] });
  return `https://godbolt.org/clientstate/${deflateSync(state, { level: 9 }).toString('base64url')}`;
}

/** What Compiler Explorer calls the Go of a release and a target; undefined for one that it does not have. */
function explorerCompiler({ version, goarch }: Toolchain): string | undefined {
  const release = /^go1\.(\d+)/.exec(version)?.[1] ?? '';
  const own = EXPLORER[release];
  if (own === undefined) return undefined;
  if (goarch === 'amd64') return own;
  return EXPLORER_TARGETS.has(goarch) ? `${goarch}_gl1${release}` : undefined;
}

/**
 * The ids in its `etc/config/go.amazon.properties`, as of August 2026. For amd64 they name a patch release,
 * and later ones keep the old names as aliases; those of other targets name the release alone.
 */
const EXPLORER: Record<string, string> = {
  21: 'gl12113',
  22: 'gl12212',
  23: 'gl1238',
  24: 'gl12413',
  25: 'gl1257',
  26: 'gl1260',
};

const EXPLORER_TARGETS = new Set([
  '386',
  'arm',
  'arm64',
  'mips',
  'mips64',
  'mips64le',
  'mipsle',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'wasm',
]);
