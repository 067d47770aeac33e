import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hash1 } from './dirhash.ts';
import { download } from './download.ts';
import pin from './go-pin.json' with { type: 'json' };
import { goPlatform } from './go-version.ts';
import { parseGoproxy } from './goproxy.ts';
import { missing, reason } from './missing.mjs';
import { progressLine } from './progress.ts';
import { placeInToolchain, unpack } from './unpack.ts';

/**
 * The `go` command that an earlier run fetched.
 *
 * @param root The repository's folder.
 * @returns Its path; undefined when none was fetched, or only one of another version.
 */
export function fetchedGo(root: string): string | undefined {
  const go = join(folderOf(root), 'bin', 'go');
  return existsSync(go) ? go : undefined;
}

/**
 * Fetches the pinned toolchain as the module golang.org/toolchain through GOPROXY, checks it against the
 * checksum in `go-pin.json` and unpacks it into `.escapement/go`. It gets its final name last, so a run
 * that is cut short leaves nothing that looks finished.
 *
 * @param root The repository's folder.
 * @param env Where `GOPROXY` is read.
 * @param sums The checksum to expect for each platform.
 * @returns The path of the `go` command. Rejects with one line when the toolchain cannot be had.
 */
export async function fetchGo(
  root: string,
  env: NodeJS.ProcessEnv,
  sums: Readonly<Record<string, string>> = pin.sums,
): Promise<string> {
  const platform = goPlatform(process.platform, process.arch);
  const sum = sums[platform];
  if (sum === undefined) throw unavailable(`none is pinned for ${platform}`);
  const version = `v0.0.1-${pin.version}.${platform}`;
  const temporary = temporaryFolder(join(root, '.escapement', 'go'));
  try {
    const zip = join(temporary, 'toolchain.zip');
    await downloadModule(`golang.org/toolchain/@v/${version}.zip`, zip, env);
    console.error('Checking and unpacking it …');
    const unpacked = join(temporary, 'toolchain');
    const files = await unpack(zip, placeInToolchain(`golang.org/toolchain@${version}/`, unpacked));
    const found = hash1(files);
    if (found !== sum) throw unavailable(`its checksum is ${found}, expected ${sum}`);
    if (!existsSync(folderOf(root))) renameSync(unpacked, folderOf(root));
    return join(folderOf(root), 'bin', 'go');
  } catch (error) {
    throw error instanceof Error && error.name === 'Missing' ? error : unavailable(reason(error));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Downloads a file of a module from the first proxy that has it. */
async function downloadModule(path: string, target: string, env: NodeJS.ProcessEnv): Promise<void> {
  let why = 'GOPROXY names no proxy';
  for (const { url, onlyIfAbsent } of parseGoproxy(env['GOPROXY'])) {
    const host = url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
    const line = progressLine(`No Go of 1.24 or newer here: fetching ${pin.version} from ${host}`);
    try {
      if (await download(`${url}/${path}`, target, line.update)) return;
      why = `${host} does not have it`;
    } catch (error) {
      why = `${host}: ${reason(error)}`;
      if (onlyIfAbsent) break;
    } finally {
      line.end();
    }
  }
  throw unavailable(why);
}

/** Makes a folder of this process, and clears those of processes that were killed. */
function temporaryFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = /^tmp-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `tmp-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function folderOf(root: string): string {
  return join(root, '.escapement', 'go', `${pin.version}.${goPlatform(process.platform, process.arch)}`);
}

function unavailable(why: string): Error {
  return missing(
    `There is no Go of 1.24 or newer here, and ${pin.version} could not be fetched (${why})`,
    'Install Go from https://go.dev/dl/, or let GOPROXY name a proxy that this machine reaches, then run this again.',
  );
}
