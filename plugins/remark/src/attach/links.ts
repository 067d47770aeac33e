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
 * An address of Compiler Explorer that holds the program itself (its documentation of the API, "clientstate"), so
 * that nothing is sent before a reader follows it. Its Go takes options as those of the compiler, behind
 * `-gcflags`; one of its compilers is named by the release alone.
 */
function explorerAddress(
  { version, goarch }: Toolchain,
  flags: string[],
  source: string,
): string | undefined {
  const release = /^go1\.(\d+)/.exec(version)?.[1];
  const compiler = `${goarch === 'amd64' ? '' : `${goarch}_`}gl1${release}0`;
  if (release === undefined) return undefined;
  const compilers = [{ id: compiler, options: flags.join(' ') }];
  const state = JSON.stringify({ sessions: [{ id: 1, language: 'go', source, compilers }] });
  // Its documentation asks for escapes of all that is not ASCII.
  const ascii = state.replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `https://godbolt.org/clientstate/${encodeURIComponent(btoa(ascii))}`;
}
