import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderBar } from './bar.ts';
import { renderErrors } from './errors.ts';
import { renderVersions } from './versions/render.ts';
import { viewsOf } from './views/all.ts';
import { renderPanels, renderTabs } from './views/tabs.ts';

/**
 * The section below a code block: how it was checked, what is wrong (expected or not), and the views of
 * the block, of which the first is the notes of its allocation sites. Plain HTML, complete without script.
 */
export function renderNotes(block: BlockFacts): Element {
  const views = viewsOf(block);
  return h(
    'section',
    { id: `${block.id}-notes`, className: ['esc-notes'], dataStatus: block.status },
    renderBar(block, renderVersions(block), renderTabs(block.id, views)),
    renderErrors(block),
    renderPanels(views),
  );
}
