import { spawnSync } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { installPackedChromium, packedChromium } from './chromium-packed.ts';
import { missing } from './missing.mjs';

/**
 * Finds a Chromium for the browser tests, or installs one: by apt where that is allowed, else from npm
 * into `.escapement/chromium`.
 *
 * `CHROMIUM_PATH` names one and no other; `CHROMIUM_PATH=npm` means the one from npm.
 *
 * @param root The repository's folder.
 * @param env The environment to search in: `CHROMIUM_PATH`, `PATH`.
 * @returns The path of a command that starts it. Rejects with one line when none can be had.
 */
export async function bringChromium(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const choice = env['CHROMIUM_PATH'];
  if (choice !== undefined && choice !== '' && choice !== 'npm') {
    if (starts(choice)) return choice;
    throw missing(
      `CHROMIUM_PATH names ${choice}, which does not start`,
      'Let it name a Chromium, or unset it.',
    );
  }
  const found = choice === 'npm' ? undefined : candidates(env).find(starts);
  if (found !== undefined) return found;
  const packed = packedChromium(root);
  if (starts(packed)) return packed;
  const installed = choice === 'npm' ? undefined : await installByApt(env);
  if (installed !== undefined) return installed;
  const why = await installPackedChromium(root);
  if (why === undefined && starts(packed)) return packed;
  throw missing(
    `There is no Chromium here for the browser tests, and none could be installed (${why ?? 'the one from npm does not start'})`,
    'Install Chromium or Chrome, or let CHROMIUM_PATH name one, then run this again.',
  );
}

/** Where a Chromium may be: on PATH by its usual names, then where macOS puts applications. */
function candidates(env: NodeJS.ProcessEnv): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const applications = ['Chromium', 'Google Chrome'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [...onPath, ...applications].filter(existsSync);
}

/** Debian and Ubuntu, as root. Ubuntu's package is a stub for snap, hence the search afterwards. */
async function installByApt(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.error('Installing Chromium for the browser tests (apt-get install chromium) …');
  const options: SpawnOptions = { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = ['install', '--yes', '--no-install-recommends', 'chromium'];
  await run('apt-get', ['update'], options);
  if ((await run('apt-get', install, options)) !== 0) return undefined;
  return candidates(env).find(starts);
}

/** A file that exists may still lack a library, so it is started. */
function starts(file: string): boolean {
  return spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}
