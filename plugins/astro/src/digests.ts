import type { VerifiedPage } from '@escapement/remark';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeWhole } from './write-whole.ts';

/**
 * Astro renders a `.md` page again only when its text changed; what the page shows also depends on the
 * toolchain's answers and on the code that renders it. The prepass leaves a digest of them for each page, by the hash of its text,
 * and the loader puts it into Astro's own digest. It is a file because Astro loads the module of the
 * loader apart from that of the integration: no variable is shared between them.
 *
 * @param digests by the page's path
 */
export async function writeDigests(
  root: string,
  pages: Pick<VerifiedPage, 'path' | 'text'>[],
  digests: Map<string, string>,
): Promise<void> {
  const entries = pages.map(({ path, text }) => [hashText(text), digests.get(path)]);
  await writeWhole(digestsFile(root), JSON.stringify(Object.fromEntries(entries)));
}

/** The digests of the last prepass, by `hashText` of the page; empty when there was none. */
export async function readDigests(root: string): Promise<Map<string, string>> {
  const text = await readFile(digestsFile(root), 'utf8').catch(() => '{}');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

/** Names a page by its text. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function digestsFile(root: string): string {
  return resolve(root, '.escapement', 'pages.json');
}
