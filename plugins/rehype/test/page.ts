import remarkEscapement from '@escapement/remark';
import { fileURLToPath } from 'node:url';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { rehypeEscapement } from '../src/index.ts';

/** Where the pages of the fixtures stand, as far as the remark plugin knows. */
export const root = fileURLToPath(new URL('./', import.meta.url));

/** Options of the remark plugin in these tests. */
export const options = { root, store: '../../../.escapement/test-store', timings: 'keep' as const };

/** Markdown to HTML with the real toolchain, as a plain unified pipeline does it. */
export async function renderPage(name: string, value: string): Promise<VFile> {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkEscapement, options)
    .use(remarkRehype)
    .use(rehypeEscapement)
    .use(rehypeStringify)
    .process(new VFile({ path: `${root}content/${name}.md`, value }));
}
