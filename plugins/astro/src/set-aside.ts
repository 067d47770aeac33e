import type { unified } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { SKIP, visit } from 'unist-util-visit';

/** Astro's processor of remark and rehype. */
export type UnifiedProcessor = ReturnType<typeof unified>;

/**
 * Keeps finished blocks out of the last steps of a Markdown processor, which reads all HTML of a page once more,
 * for what authors wrote as HTML, and writes it again: annotated code is most of that HTML, and holds nothing that
 * an author wrote. What comes out is the same to the byte.
 *
 * The processor is changed in place. A plugin that is added to it later does not see the blocks.
 */
export function setBlocksAside(processor: UnifiedProcessor): void {
  const { createRenderer } = processor;
  processor.options.rehypePlugins.push(rehypeSetAside);
  processor.createRenderer = async (shared) => {
    const renderer = await createRenderer(shared);
    return {
      ...renderer,
      async render(...page) {
        const aside: Aside = new Map();
        const result = await pageAside.run(aside, () => renderer.render(...page));
        return { ...result, code: result.code.replaceAll(PLACE, (place) => aside.get(place) ?? place) };
      },
    };
  };
}

/** The blocks of a page by the comments that stand in their places. */
type Aside = Map<string, string>;

/** Of the page that is being rendered; who uses the plugins without the processor has none, and keeps its blocks. */
const pageAside = new AsyncLocalStorage<Aside>();

const PLACE = /<!--escapement:[\da-f-]{36}-->/g;

function rehypeSetAside() {
  return (tree: Root): void => {
    const aside = pageAside.getStore();
    if (!aside) return;
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined || !isBlock(node) || !isFinished(node)) return undefined;
      const value = `escapement:${randomUUID()}`;
      parent.children[index] = { type: 'comment', value };
      aside.set(`<!--${value}-->`, toHtml(node));
      return SKIP;
    });
  };
}

/** Ours, or Expressive Code's. */
function isBlock({ tagName, properties: { className } }: Element): boolean {
  if (tagName === 'span' || !Array.isArray(className)) return false;
  return className.some((name) => /^(expressive-code$|esc-|escapement-)/.test(String(name)));
}

/** Nothing in it is still waited for: Astro collects headings and pictures, and HTML is yet to be read. */
function isFinished(node: Element): boolean {
  // Of thousands of nodes a page: by itself, as a visitor keeps the ancestors of each.
  return node.children.every((child) => {
    if (child.type === 'element') return !AWAITED.test(child.tagName) && isFinished(child);
    return child.type !== 'raw';
  });
}

const AWAITED = /^(h[1-6]|img)$/;
