import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fetchGo, fetchedGo } from './fetch-go.ts';
import { isUsableGo } from './go-version.ts';
import { missing } from './missing.mjs';

/**
 * Finds a Go of 1.24 or newer, or fetches the pinned one into `.escapement/go`.
 *
 * `ESCAPEMENT_GO` overrides the search: a path (of `go` or of a folder that holds `bin/go`) means that
 * one and no other, `fetch` means the pinned one.
 *
 * @param root The repository's folder.
 * @param env The environment to search in: `ESCAPEMENT_GO`, `PATH`, `GOROOT`, `GOPROXY`.
 * @returns The path of the `go` command. Rejects with one line when there is none and none can be had.
 */
export async function bringGo(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const choice = env['ESCAPEMENT_GO'];
  if (choice !== undefined && choice !== '' && choice !== 'fetch') return chosenGo(choice);
  const found = choice === 'fetch' ? undefined : candidates(env).find((file) => isUsableGo(goVersion(file)));
  return found ?? fetchedGo(root) ?? (await fetchGo(root, env));
}

/**
 * The environment for what runs a Go that was found: it comes first on PATH.
 *
 * @param go The path of the `go` command.
 * @param env The environment to start from.
 * @returns A new environment. It has no GOROOT, which would send the one Go to the files of another.
 */
export function goEnvironment(go: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GOROOT: _, ...rest } = env;
  return { ...rest, PATH: [dirname(go), ...(env['PATH'] ?? '').split(delimiter)].join(delimiter) };
}

function chosenGo(choice: string): string {
  const file = existsSync(choice) && statSync(choice).isDirectory() ? join(choice, 'bin', 'go') : choice;
  const version = goVersion(file);
  if (isUsableGo(version)) return file;
  throw missing(
    `ESCAPEMENT_GO names ${choice}, which is ${version ?? 'not a Go that runs'}`,
    'Let it name a Go of 1.24 or newer, or unset it.',
  );
}

/** Where a `go` may be, in the order of preference: what the user set, then where installers put it. */
function candidates(env: NodeJS.ProcessEnv): string[] {
  const home = homedir();
  const usual = [
    '/usr/local/go/bin',
    '/usr/lib/go/bin',
    '/opt/homebrew/bin',
    '/usr/local/bin',
    '/snap/bin',
    join(home, 'go', 'bin'),
    join(home, '.local', 'go', 'bin'),
  ];
  const goroot = env['GOROOT'] ? [join(env['GOROOT'], 'bin')] : [];
  const path = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...new Set([...path, ...goroot, ...usual])].map((folder) => join(folder, 'go')).filter(existsSync);
}

/** Asks a Go for its own version, not for that of the toolchain that it might switch to. */
function goVersion(file: string): string | undefined {
  const { GOROOT: _, ...env } = process.env;
  const asked = spawnSync(file, ['env', 'GOVERSION'], {
    env: { ...env, GOTOOLCHAIN: 'local' },
    encoding: 'utf8',
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}
