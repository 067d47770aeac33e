import { rm, writeFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import {
  nameFunctions,
  parseDiagnostics,
  printPosition,
  scanImports,
  type CompileError,
  type CompileFacts,
  type Diagnostic,
  type GoFile,
  type Toolchain,
  type Variant,
} from '@escapement/facts';
import { environmentOf } from './command.ts';
import { findSources, TIMEOUT } from './direct-sources.ts';
import { runGo } from './go-command.ts';
import { makeTemporary } from './leftovers.ts';
import { gcflagsWord, shellWord } from './shell.ts';
import { findGo, type Go } from './toolchain.ts';

/** How one file or directory is compiled. */
export interface DirectRequest {
  /** The go command: a name on PATH, or a path. */
  go: string;
  /** Compiler flags, passed on as they are; `-m=2` is not added. */
  gcflags: string[];
  /** Another release or target. */
  variant?: Variant;
}

/** What the compiler said of one file or directory. */
export interface DirectFacts extends CompileFacts {
  /** The files that were compiled; positions name them so. */
  files: GoFile[];
}

/**
 * Compiles one `.go` file, or the package of a directory, in a module or outside of any, by calling the
 * compiler itself as Go's own tests do: so its words come in its order, and functions without a body and
 * packages that no go command would build are compiled too. Nothing is stored.
 *
 * Diagnostics of functions name them; messages about other packages' files are counted in `foreign`.
 * Throws where there is nothing to compile, where the toolchain cannot be had (`rule: 'go-missing'`) and
 * where the compiler takes no such flag.
 */
export async function captureDirect(path: string, request: DirectRequest): Promise<DirectFacts> {
  const { gcflags, variant } = request;
  const place = await findSources(path);
  const go = await findGo(request.go, place.dir, TIMEOUT, variant);
  const { files, importPath, language } = await place.read(go);
  const imports = new Set(files.flatMap(({ source }) => scanImports(source)));
  const config = await makeTemporary();
  try {
    const importcfg = join(config, 'importcfg');
    await writeFile(importcfg, await exportsOf(go, place.dir, [...imports]));
    const args = ['-p', importPath, '-trimpath', `${place.dir}=>`, '-importcfg', importcfg];
    args.push('-o', join(config, 'a.o'), '-e', '-pack', ...(language ? [`-lang=go${language}`] : []));
    args.push(...gcflags, ...files.map(({ name }) => name));
    const compiler = await toolOf(go, place.dir);
    const { exit, stdout, stderr } = await runGo(compiler, args, {
      cwd: place.dir,
      env: go.env,
      timeoutMs: TIMEOUT,
    });
    const { errors, diagnostics, foreign } = sort(parseDiagnostics(stdout), exit !== 0);
    // A flag that it does not know: the list of all flags comes after the first line.
    if (exit !== 0 && errors.length === 0) throw new Error(`The compiler: ${stderr.trim().split('\n')[0]}`);
    const sources = new Map(files.map(({ name, source }) => [name, source]));
    return {
      toolchain: go.toolchain,
      command: commandOf(path, place.dir, request, go.toolchain),
      diagnostics: nameFunctions(diagnostics, sources),
      errors,
      foreign,
      files,
    };
  } finally {
    await rm(config, { recursive: true, force: true });
  }
}

/** The compiled packages that the sources can reach, as the compiler's `-importcfg` wants them. */
async function exportsOf(go: Go, cwd: string, imports: string[]): Promise<string> {
  const wanted = imports.filter((path) => path !== 'C' && path !== 'unsafe');
  if (wanted.length === 0) return '';
  const line = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
  const args = ['list', '-e', '-deps', '-export', '-pgo=off', '-f', line, '--', ...wanted];
  // What cannot be had is missing in the list; the compiler then says so at the import's place.
  const { stdout } = await runGo(go.command, args, { cwd, env: go.env, timeoutMs: TIMEOUT });
  return stdout;
}

async function toolOf(go: Go, cwd: string): Promise<string> {
  const { stdout } = await runGo(go.command, ['env', 'GOTOOLDIR'], {
    cwd,
    env: go.env,
    timeoutMs: TIMEOUT,
  });
  return join(stdout.trim(), 'compile');
}

/** Tells errors from diagnostics: a compile that failed has said why in words that no rule knows. */
function sort(all: Diagnostic[], failed: boolean) {
  const errors: CompileError[] = [];
  const own: Diagnostic[] = [];
  let foreign = 0;
  for (const diagnostic of all) {
    const { kind, pos, place, message } = diagnostic;
    if (pos && isForeign(pos.file)) foreign++;
    else if (!failed || kind !== 'unknown') own.push(diagnostic);
    else if (message.startsWith('\t') && errors.length > 0) errors.at(-1)!.message += `\n${message}`;
    else errors.push({ ...(pos && { pos }), message: place ? `${place}: ${message}` : message });
  }
  return { errors, diagnostics: own, foreign };
}

/** Files of the package are named from its directory; all others, in full or from GOROOT. */
function isForeign(file: string): boolean {
  return isAbsolute(file) || file.startsWith('$GOROOT') || file.startsWith('../');
}

/** What to type in a shell to see the same. */
function commandOf(
  path: string,
  dir: string,
  { gcflags, variant }: DirectRequest,
  toolchain: Toolchain,
): string {
  const target = path.endsWith('.go') ? basename(path) : '.';
  const flags = gcflags.length > 0 ? [gcflagsWord(gcflags)] : [];
  const environment = environmentOf(toolchain, variant);
  return [...environment, 'go', 'build', '-C', shellWord(dir), ...flags, shellWord(target)].join(' ');
}

/** Prints an error as the compiler does. */
export function printError({ pos, message }: CompileError): string {
  return pos ? `${printPosition(pos)}: ${message}` : message;
}
