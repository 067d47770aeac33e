import type { BlockFacts, PageFacts } from '@escapement/facts';
import type { Element, Root } from '@expressive-code/core/hast';
import rehypeExpressiveCode, { type RehypeExpressiveCodeOptions } from 'rehype-expressive-code';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from '@expressive-code/core/hast';
import { pluginEscapement, unhurried } from '../src/index.ts';

/**
 * Markdown with facts to HAST, by a plain unified pipeline with Expressive Code. Styles and scripts are
 * taken out, as they are long and not ours.
 */
export async function render(
  markdown: string,
  facts?: PageFacts,
  options: RehypeExpressiveCodeOptions = { plugins: [pluginEscapement()] },
): Promise<Root> {
  const pipeline = unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(() => (tree) => {
      if (facts) Object.assign(tree, { data: { escapement: facts } });
    })
    .use(rehypeExpressiveCode, { tabWidth: 0, shiki: { transformers: [unhurried] }, ...options });
  const tree = (await pipeline.run(pipeline.parse(markdown))) as Root;
  delete tree.data;
  visit(tree, 'element', (node: Element) => {
    node.children = node.children.filter((child) => !isAsset(child));
  });
  return tree;
}

/** A page of one Go fence, and its facts. */
export function page(code: string, block: BlockFacts, meta = ''): [string, PageFacts] {
  const fence = `\`\`\`go escapement=${block.id} ${meta}\n${code.replace(/\n$/, '')}\n\`\`\`\n`;
  return [fence, { blocks: { [block.id]: block } }];
}

function isAsset(node: { type: string; tagName?: string }): boolean {
  return node.tagName === 'style' || node.tagName === 'script';
}
