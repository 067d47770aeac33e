import type { AskedView, BlockFacts } from '@escapement/facts';
import { boundsView } from './bounds.ts';
import { escapeView } from './escape.ts';
import { frameView } from './frame.ts';
import { inlineView } from './inline.ts';
import { outputView } from './output.ts';
import type { View } from './types.ts';

/** The views of a block that have something to show, in the order of their tabs. */
export function viewsOf(block: BlockFacts): View[] {
  const asked = (block.show ?? []).map((view) => ASKED[view](block));
  return [escapeView(block), ...asked, outputView(block)];
}

const ASKED: Record<AskedView, (block: BlockFacts) => View> = {
  inline: inlineView,
  frame: frameView,
  bounds: boundsView,
};
