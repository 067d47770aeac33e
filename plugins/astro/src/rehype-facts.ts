import type { Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Hangs the page's facts on the root of the HTML tree: Expressive Code shows its plugins the tree of
 * the page, not the file.
 */
export function rehypeFacts() {
  return (tree: Root, file: VFile): void => {
    if (file.data.escapement) tree.data = { ...tree.data, escapement: file.data.escapement };
  };
}

declare module 'hast' {
  interface RootData {
    escapement?: import('@escapement/facts').PageFacts;
  }
}
