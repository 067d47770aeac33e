import type { PageFacts } from '@escapement/facts';
import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { findBlocks, wordOf, type FoundBlock } from './find.ts';
import { renderBlock } from './frame.ts';
import { highlight } from './highlight.ts';
import { readOptions, type RehypeOptions } from './options.ts';

/**
 * The rehype plugin: highlights code with Shiki, marks the allocation sites of verified Go blocks and puts
 * their notes below. It stands behind `remarkEscapement` and remark-rehype: the meta of a block says
 * `escapement=ID`, its facts are in `data.escapement` of the file or of the tree's root. `null` means no
 * options.
 */
export const rehypeEscapement: Plugin<[(RehypeOptions | null)?], Root> = function (options) {
  const { themes, others } = readOptions(options);
  return async (tree, file) => {
    const facts = file.data.escapement ?? tree.data?.escapement;
    const ours = findBlocks(tree).filter((block) => others === 'highlight' || isOurs(block, facts));
    await Promise.all(
      ours.map(async (block) => {
        const highlighted = await highlight(block.code, block.language, themes);
        const title = wordOf(block.meta, 'title');
        block.replace(renderBlock(block, highlighted, title, factsOf(block, facts)));
      }),
    );
  };
};

function factsOf({ meta }: FoundBlock, facts?: PageFacts) {
  return facts?.blocks[wordOf(meta, 'escapement') ?? ''];
}

/** A verified block, or what a program printed. */
function isOurs(block: FoundBlock, facts?: PageFacts): boolean {
  return factsOf(block, facts) !== undefined || wordOf(block.meta, 'frame') === 'terminal';
}

declare module 'vfile' {
  interface DataMap {
    escapement: PageFacts;
  }
}

declare module 'hast' {
  interface RootData {
    escapement?: PageFacts;
  }
}
