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
 * @param toolchain Which one; by default that of `go-pin.json` for this machine.
 * @returns Its path; undefined when it was not fetched.
 */
export function fetchedGo(root: string, toolchain = pinnedToolchain()): string | undefined {
  const go = join(folderOf(root, toolchain), 'bin', 'go');
  return existsSync(go) ? go : undefined;
}

/**
 * Fetches a toolchain as the module golang.org/toolchain through GOPROXY, checks it against its checksum
 * and unpacks it into `.escapement/go`. It gets its final name last, so a run that is cut short leaves
 * nothing that looks finished.
 *
 * @param root The repository's folder.
 * @param env Where `GOPROXY` is read.
 * @param toolchain Which one; by default that of `go-pin.json` for this machine.
 * @returns The path of the `go` command. Rejects with one line when the toolchain cannot be had.
 */
export async function fetchGo(
  root: string,
  env: NodeJS.ProcessEnv,
  toolchain = pinnedToolchain(),
): Promise<string> {
  const { version, platform, sum } = toolchain;
  const temporary = temporaryFolder(join(root, '.escapement', 'go'));
  try {
    if (sum === undefined) throw new Error(`no checksum is pinned for ${platform}`);
    const module = `v0.0.1-${version}.${platform}`;
    const zip = join(temporary, 'toolchain.zip');
    await downloadModule(`golang.org/toolchain/@v/${module}.zip`, zip, env, version);
    console.error('Checking and unpacking it …');
    const unpacked = join(temporary, 'toolchain');
    const files = await unpack(zip, placeInToolchain(`golang.org/toolchain@${module}/`, unpacked));
    const found = hash1(files);
    if (found !== sum) throw new Error(`its checksum is ${found}, expected ${sum}`);
    // Another run may have been faster; its toolchain has the same checksum.
    if (!existsSync(folderOf(root, toolchain))) renameSync(unpacked, folderOf(root, toolchain));
    return join(folderOf(root, toolchain), 'bin', 'go');
  } catch (error) {
    throw missing(
      `There is no Go of 1.24 or newer here, and ${version} could not be fetched (${reason(error)})`,
      'Install Go from https://go.dev/dl/, or let GOPROXY name a proxy that this machine reaches, then run this again.',
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A toolchain of Go for one platform. */
export interface Toolchain {
  /** For example `go1.26.8`. */
  version: string;
  /** For example `linux-amd64`. */
  platform: string;
  /** The checksum of its module's zip, as in `go.sum`; undefined when none is pinned. */
  sum: string | undefined;
}

/** The toolchain of `go-pin.json` for this machine. */
function pinnedToolchain(): Toolchain {
  const platform = goPlatform(process.platform, process.arch);
  return { version: pin.version, platform, sum: (pin.sums as Record<string, string | undefined>)[platform] };
}

/** Downloads a file of a module from the first proxy that has it. */
async function downloadModule(
  path: string,
  target: string,
  env: NodeJS.ProcessEnv,
  version: string,
): Promise<void> {
  let why = 'GOPROXY names no proxy';
  for (const { url, onlyIfAbsent } of parseGoproxy(env['GOPROXY'])) {
    const host = url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
    const line = progressLine(`No Go of 1.24 or newer here: fetching ${version} from ${host}`);
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
  throw new Error(why);
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

function folderOf(root: string, { version, platform }: Toolchain): string {
  return join(root, '.escapement', 'go', `${version}.${platform}`);
}
