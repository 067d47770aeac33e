import type { Loader, LoaderContext } from 'astro/loaders';
import { glob } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { hashText, readDigests } from './digests.ts';

/** Where the pages of a collection are. */
export interface PagesOptions {
  /** Folder, from the root of the project. */
  base?: string;
  /** Files in it; those whose name begins with `_` are parts, not pages. */
  pattern?: string | string[];
}

/**
 * The loader for a collection of verified pages: Astro's `glob()`, told to render a page again when the
 * toolchain's answers change. While developing, pages are rendered when they are opened, so a save
 * costs one page whatever the size of the site.
 *
 * @throws when a page came out without a rendering, which Astro would publish as a blank page
 */
export function pages({ base = './content', pattern = '**/[^_]*.{md,mdx}' }: PagesOptions = {}): Loader {
  return {
    name: 'escapement-pages',
    async load(context) {
      const developing = context.watcher !== undefined;
      const digests = developing
        ? new Map<string, string>()
        : await readDigests(fileURLToPath(context.config.root));
      const generateDigest: LoaderContext['generateDigest'] = (data) =>
        context.generateDigest(typeof data === 'string' ? data + (digests.get(hashText(data)) ?? '') : data);
      await glob({ base, pattern, deferRender: developing }).load({ ...context, generateDigest });
      if (!developing) refuseBlankPages(context);
    },
  };
}

function refuseBlankPages({ store }: LoaderContext): void {
  const blank = store
    .values()
    .filter(
      ({ filePath, rendered, deferredRender }) => filePath?.endsWith('.md') && !rendered && !deferredRender,
    );
  if (blank.length === 0) return;
  // The entry must go, or the next build would find it in Astro's cache and publish it.
  blank.forEach(({ id }) => store.delete(id));
  const files = blank.map(({ filePath }) => filePath).join(', ');
  throw new Error(`Unexpected blank pages: Astro could not render ${files}. The error stands above.`);
}
