import type { AskedView, BlockFacts } from '@escapement/facts';
import { boundsView } from './bounds.ts';
import { escapeView } from './escape.ts';
import { frameView } from './frame.ts';
import { inlineView } from './inline.ts';
import { ofOwnGo } from './own-go.ts';
import { outputView } from './output.ts';
import { profileView } from './profile.ts';
import type { View } from './types.ts';

/**
 * The views of a block that have something to show, in the order of their tabs: those that the author asked
 * for, the others that each block has, the compiler's output. The first is the one that is shown first.
 */
export function viewsOf(block: BlockFacts): View[] {
  const own: AskedView[] = block.profile ? ['escape', 'profile'] : ['escape'];
  const ids = new Set([...(block.show ?? []), ...own]);
  return [...[...ids].map((id) => VIEWS[id](block)), outputView(block)].map(ofOwnGo(block));
}

const VIEWS: Record<AskedView, (block: BlockFacts) => View> = {
  escape: escapeView,
  inline: inlineView,
  profile: profileView,
  frame: frameView,
  bounds: boundsView,
};
