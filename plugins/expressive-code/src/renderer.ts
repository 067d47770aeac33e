import { ExpressiveCodeBlock, type ExpressiveCodeEngine } from '@expressive-code/core';
import {
  createRenderer,
  type RehypeExpressiveCodeOptions,
  type RehypeExpressiveCodeRenderer,
} from 'rehype-expressive-code';
import { factsOf } from './page.ts';

type Rendered = Awaited<ReturnType<ExpressiveCodeEngine['render']>>;

/**
 * Expressive Code's renderer with a memory: a block that was rendered before, with the same facts, is
 * not rendered again. Highlighting is the dearest part of a page (about 6 ms a block), and a host renders
 * a page anew for one changed word, Astro's dev server even twice. For the option `customCreateRenderer`.
 */
export async function createCachingRenderer(
  options: RehypeExpressiveCodeOptions,
): Promise<RehypeExpressiveCodeRenderer> {
  const renderer = await createRenderer(options);
  const memory = new Map<string, Promise<Rendered>>();
  const render = renderer.ec.render.bind(renderer.ec);
  renderer.ec.render = async (input, settings) => {
    const key = input instanceof ExpressiveCodeBlock && !settings ? keyOf(input) : undefined;
    if (key === undefined) return render(input, settings);
    const rendered = memory.get(key) ?? render(input);
    remember(memory, key, rendered);
    // The host writes into the tree that it gets.
    const { renderedGroupAst, ...rest } = await rendered;
    return { ...rest, renderedGroupAst: structuredClone(renderedGroupAst) };
  };
  return renderer;
}

/** How many blocks are kept: a large page has a hundred. */
const LIMIT = 1_000;

/**
 * All that a block's rendering depends on: itself, its facts, and whether it is the page's first, which
 * gets the links to the styles. Undefined for a block outside a document.
 */
function keyOf(block: ExpressiveCodeBlock): string | undefined {
  const { code, language, meta, locale, parentDocument } = block;
  const index = parentDocument?.positionInDocument?.groupIndex;
  if (index === undefined) return undefined;
  return JSON.stringify([
    code,
    language,
    meta,
    locale,
    index === 0,
    parentDocument?.sourceFilePath,
    factsOf(block),
  ]);
}

/** The most recent stand last; a rendering that failed is forgotten. */
function remember(memory: Map<string, Promise<Rendered>>, key: string, rendered: Promise<Rendered>): void {
  memory.delete(key);
  memory.set(key, rendered);
  rendered.catch(() => memory.delete(key));
  if (memory.size > LIMIT) memory.delete(memory.keys().next().value!);
}
