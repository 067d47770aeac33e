import type { BlockFacts } from '@escapement/facts';
import { escapeView } from './escape.ts';
import { outputView } from './output.ts';
import type { View } from './types.ts';

/** The views of a block that have something to show, in the order of their tabs. */
export function viewsOf(block: BlockFacts): View[] {
  return [escapeView(block), outputView(block)];
}
