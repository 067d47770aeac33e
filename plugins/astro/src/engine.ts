import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A digest of what renders a page besides the page itself: our own code, and the options of the
 * highlighter, whose stylesheet rendered pages link by a name made of them. Astro's content cache knows
 * neither, and would publish pages that link a stylesheet which is gone.
 *
 * @param highlighter options of Expressive Code or of Shiki; functions in them do not count
 */
export async function engineDigest(highlighter: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(highlighter) ?? '');
  for (const entry of renderers()) await addFolder(hash, dirname(fileURLToPath(entry)));
  return hash.digest('hex').slice(0, 16);
}

/** The entry files of what renders. */
function renderers(): string[] {
  return [
    import.meta.resolve('@escapement/facts'),
    import.meta.resolve('@escapement/remark'),
    import.meta.resolve('@escapement/render'),
    import.meta.resolve('@escapement/rehype'),
    import.meta.resolve('@escapement/expressive-code'),
  ];
}

async function addFolder(hash: Hash, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await addFolder(hash, path);
    else hash.update(entry.name).update(await readFile(path));
  }
}
