import type { BlockFacts, PageFacts } from '@escapement/facts';
import rehypeExpressiveCode, { type RehypeExpressiveCodeOptions } from 'rehype-expressive-code';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { pluginEscapement } from '../src/index.ts';

/** Markdown with facts to HTML, by a plain unified pipeline with Expressive Code. */
export async function render(
  markdown: string,
  facts: PageFacts | undefined,
  options: RehypeExpressiveCodeOptions = {},
): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(() => (tree) => {
      if (facts) tree.data = { ...tree.data, escapement: facts };
    })
    .use(rehypeExpressiveCode, { tabWidth: 0, plugins: [pluginEscapement()], ...options })
    .use(rehypeStringify)
    .process(markdown);
  return String(file);
}

/** A page of one Go fence. */
export function page(code: string, block: BlockFacts, meta = ''): [string, PageFacts] {
  const fence = `\`\`\`go escapement=${block.id} ${meta}\n${code.replace(/\n$/, '')}\n\`\`\`\n`;
  return [fence, { blocks: { [block.id]: block } }];
}
