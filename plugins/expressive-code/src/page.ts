import type { BlockFacts, PageFacts } from '@escapement/facts';
import type { ExpressiveCodeBlock } from '@expressive-code/core';

/**
 * The facts for a code block: its fence says `escapement=ID`, and the root of its document carries
 * `data.escapement`. `undefined` where either is missing; the block is then none of ours.
 */
export function factsOf(block: ExpressiveCodeBlock): BlockFacts | undefined {
  const id = block.metaOptions.getString('escapement');
  if (id === undefined) return undefined;
  const root = block.parentDocument?.documentRoot as { data?: { escapement?: PageFacts } } | undefined;
  return root?.data?.escapement?.blocks[id];
}
