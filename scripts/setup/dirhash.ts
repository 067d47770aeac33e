import { createHash } from 'node:crypto';

/**
 * The checksum that Go writes into `go.sum` for a module's files: SHA-256 over a line for each file, in
 * the order of the names' bytes (golang.org/x/mod/sumdb/dirhash, Hash1).
 *
 * @param files The SHA-256 of each file in hex, by its name in the module's zip.
 * @returns For example `h1:ZOmG…=`.
 */
export function hash1(files: ReadonlyMap<string, string>): string {
  const lines = [...files].map(([name, sum]) => ({ name: Buffer.from(name), sum }));
  lines.sort((a, b) => a.name.compare(b.name));
  const hash = createHash('sha256');
  for (const { name, sum } of lines) hash.update(`${sum}  `).update(name).update('\n');
  return `h1:${hash.digest('base64')}`;
}
