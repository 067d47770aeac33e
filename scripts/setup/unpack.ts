import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Unpacks a zip and takes the checksum of each file on the way.
 *
 * @param zip The zip's path. yauzl refuses names that are absolute or lead out of the folder.
 * @param place Says for a name in the zip where the file belongs, undefined for nowhere.
 * @returns The SHA-256 of every file in hex, by its name in the zip. Rejects when the zip is damaged.
 */
export async function unpack(
  zip: string,
  place: (name: string) => { path: string; mode: number } | undefined,
): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  const archive = await openPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const target = place(entry.fileName);
    if (target === undefined) continue;
    await mkdir(dirname(target.path), { recursive: true });
    const hash = createHash('sha256');
    const observe = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const contents = await archive.openReadStreamPromise(entry);
    await pipeline(contents, observe, createWriteStream(target.path, { mode: target.mode }));
    sums.set(entry.fileName, hash.digest('hex'));
  }
  return sums;
}

/**
 * Where a file of the module golang.org/toolchain belongs. A module's zip carries no execute bits and no
 * nested `go.mod`, so Go restores both on first use (cmd/go/internal/toolchain); so does this.
 *
 * @param prefix What every name starts with, for example `golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64/`.
 * @param folder The toolchain's folder.
 * @returns A function for {@link unpack}. It throws on a name without the prefix.
 */
export function placeInToolchain(prefix: string, folder: string) {
  return (name: string) => {
    if (!name.startsWith(prefix)) throw new Error(`${name} is not a file of ${prefix}`);
    const path = name.slice(prefix.length);
    const executable = /^(bin\/|pkg\/tool\/|lib\/go_[^/]+_exec$)/.test(path);
    return {
      path: join(folder, path.replace(/(^|\/)_go\.mod$/, '$1go.mod')),
      mode: executable ? 0o755 : 0o644,
    };
  };
}
