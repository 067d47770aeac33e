import { ExpressiveCodeBlock, type ExpressiveCodeEngine } from '@expressive-code/core';
import {
  createRenderer,
  type RehypeExpressiveCodeOptions,
  type RehypeExpressiveCodeRenderer,
} from 'rehype-expressive-code';
import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import { factsOf } from './page.ts';

type Rendered = Awaited<ReturnType<ExpressiveCodeEngine['render']>>;

/**
 * Expressive Code's renderer with a memory: a block that was rendered before, with the same facts, is
 * not rendered again. Highlighting is the dearest part of a page (about 6 ms a block), and a host renders
 * a page anew for one changed word, Astro's dev server even twice. For the option `customCreateRenderer`.
 *
 * @param room how many characters of blocks are kept, those used last
 */
export async function createCachingRenderer(
  options: RehypeExpressiveCodeOptions,
  room = ROOM,
): Promise<RehypeExpressiveCodeRenderer> {
  const renderer = await createRenderer(options);
  const render = renderer.ec.render.bind(renderer.ec);
  const memory = new LRUCache<string, Kept, ExpressiveCodeBlock>({
    maxSize: room,
    sizeCalculation: ({ tree }) => tree.length,
    // What is forgotten while it is rendered is still asked for.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { context }) => withoutBlocks(await render(context)),
  });
  renderer.ec.render = async (input, settings) => {
    const key = input instanceof ExpressiveCodeBlock && !settings ? keyOf(input) : undefined;
    if (key === undefined) return render(input, settings);
    const { tree, styles } = (await memory.fetch(key, { context: input as ExpressiveCodeBlock }))!;
    // The host writes into the tree that it gets.
    return { renderedGroupAst: JSON.parse(tree), styles, renderedGroupContents: [] };
  };
  return renderer;
}

interface Kept {
  /** As JSON: it takes a fifth of the room. */
  tree: string;
  styles: Rendered['styles'];
}

/** A block knows its document, and would keep the tree of the whole page. No host asks for it. */
function withoutBlocks({ renderedGroupAst, styles }: Rendered): Kept {
  return { tree: JSON.stringify(renderedGroupAst), styles };
}

/**
 * How much is kept, in characters: a block takes about a hundred thousand, and a large page has thirty of them. A
 * dev server renders the pages that someone looks at.
 */
const ROOM = 8_000_000;

/**
 * All that a block's rendering depends on: itself, its facts, and whether it is the page's first, which
 * gets the links to the styles. Undefined for a block outside a document.
 */
function keyOf(block: ExpressiveCodeBlock): string | undefined {
  const { code, language, meta, locale, parentDocument } = block;
  const index = parentDocument?.positionInDocument?.groupIndex;
  if (index === undefined) return undefined;
  const all = JSON.stringify([
    code,
    language,
    meta,
    locale,
    index === 0,
    parentDocument?.sourceFilePath,
    factsOf(block),
  ]);
  return hash('sha256', all);
}
