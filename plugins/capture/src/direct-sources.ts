import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { packageName, type GoFile } from '@escapement/facts';
import { runGo } from './go-command.ts';
import { captureOptions } from './options.ts';
import type { Go } from './toolchain.ts';

/** Where the sources are; what they are, only a go command can tell. */
export interface Place {
  /** Absolute. */
  dir: string;
  read(go: Go): Promise<Sources>;
}

/** One package as the compiler takes it. */
interface Sources {
  files: GoFile[];
  /** For the compiler's `-p`: `main`, or the import path. */
  importPath: string;
  /** The module's language version, `1.25`; absent outside of a module. */
  language?: string;
}

/** Finds a `.go` file or a directory. Throws where there is neither. */
export async function findSources(path: string): Promise<Place> {
  const real = await realpath(path).catch(() => undefined);
  const entry = real === undefined ? undefined : await stat(real);
  if (real !== undefined && entry?.isDirectory()) return { dir: real, read: (go) => readPackage(real, go) };
  if (real === undefined || !entry?.isFile() || !path.endsWith('.go'))
    throw new Error(`Unexpected path ${path}, expected a .go file or a directory`);
  const dir = dirname(real);
  return {
    dir,
    async read(go) {
      const source = await readFile(real, 'utf8');
      const { language } = await list(dir, go);
      const name = basename(real);
      const importPath = packageName(source) ?? 'main';
      return { files: [{ name, source }], importPath, ...(language && { language }) };
    },
  };
}

/** The files that the go command would compile for this target, without tests. */
async function readPackage(dir: string, go: Go): Promise<Sources> {
  const { names, importPath, language, error } = await list(dir, go);
  if (names.length === 0) throw new Error(`Unexpected directory ${dir}: ${error ?? 'no Go files'}`);
  const files = await Promise.all(
    names.map(async (name) => ({ name, source: await readFile(join(dir, name), 'utf8') })),
  );
  return { files, importPath, ...(language && { language }) };
}

async function list(dir: string, go: Go): Promise<Listing> {
  const mod = await runGo(go.command, ['env', 'GOMOD'], { cwd: dir, env: go.env, timeoutMs: TIMEOUT });
  // Without a go.mod only the go command's old mode takes a directory; it applies the same constraints.
  const outside = /^(?:\/dev\/null|NUL)?$/.test(mod.stdout.trim());
  const env = { ...go.env, ...(outside && { GO111MODULE: 'off' }) };
  const args = ['list', '-e', '-find', '-json=Name,ImportPath,GoFiles,Module,Error', '.'];
  const { exit, stdout, stderr } = await runGo(go.command, args, { cwd: dir, env, timeoutMs: TIMEOUT });
  if (exit !== 0) throw new Error(`The go command failed in ${dir}: ${stderr.trim()}`);
  const found = JSON.parse(stdout) as Listed;
  return {
    names: found.GoFiles ?? [],
    importPath: found.Name === 'main' || outside ? (found.Name ?? 'main') : (found.ImportPath ?? 'main'),
    language: found.Module?.GoVersion?.replace(/^(\d+\.\d+).*/, '$1'),
    error: found.Error?.Err,
  };
}

/** Milliseconds: one file is no reason for another limit than a site has. */
export const TIMEOUT = captureOptions.parse({}).compile.commandTimeoutMs;

interface Listing {
  names: string[];
  importPath: string;
  language: string | undefined;
  error: string | undefined;
}

/** What is asked of `go list -json` (`go help list`). */
interface Listed {
  Name?: string;
  ImportPath?: string;
  GoFiles?: string[];
  Module?: { GoVersion?: string };
  Error?: { Err: string };
}
