import type { PageFacts } from '@escapement/facts';
import type { Root } from 'hast';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { rehypeEscapement, type RehypeOptions } from '../src/index.ts';

/** Markdown with facts to HAST, by a plain unified pipeline. */
export async function render(
  markdown: string,
  facts?: PageFacts,
  options?: RehypeOptions | null,
): Promise<Root> {
  const pipeline = unified().use(remarkParse).use(remarkRehype).use(rehypeEscapement, options);
  const file = new VFile({ value: markdown, ...(facts && { data: { escapement: facts } }) });
  return pipeline.run(pipeline.parse(file), file) as Promise<Root>;
}
