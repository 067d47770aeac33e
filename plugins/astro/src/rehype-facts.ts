import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Hangs the page's facts on the root of the HTML tree: Expressive Code shows its plugins the tree of
 * the page, not the file. Our figures have a stylesheet of their own: Starlight's class keeps its rules for
 * prose away from them.
 */
export function rehypeFacts() {
  return (tree: Root, file: VFile): void => {
    if (file.data.escapement) tree.data = { ...tree.data, escapement: file.data.escapement };
    visit(tree, 'element', ({ tagName, properties }) => {
      const { className } = properties;
      if (tagName === 'figure' && Array.isArray(className) && className.includes('esc-figure'))
        className.push('not-content');
    });
  };
}

declare module 'hast' {
  interface RootData {
    escapement?: import('@escapement/facts').PageFacts;
  }
}
