import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderError } from '../errors.ts';
import { renderNote } from '../note.ts';
import { layersOf, type Layer } from '../layers.ts';
import { titleOf } from '../versions/title.ts';
import type { View } from './types.ts';

/** The marks in the code, and below one note for each allocation site; for each version of the block. */
export function escapeView(block: BlockFacts): View {
  const layers = layersOf(block).filter(({ sites, failed }) => sites.length > 0 || failed);
  return {
    id: 'escape',
    label: layers.length > 0 ? 'Escapes' : 'Code',
    labels: [],
    panel: () => layers.flatMap(renderLayer),
  };
}

/** Safari drops the list semantics of a list without markers unless the role is given. */
function renderLayer({ id, layer, sites, failed }: Layer): Element[] {
  const list = (...items: Element[]) =>
    h('ol', { className: ['esc-list'], role: 'list', dataLayer: layer }, items);
  if (!failed) return [list(...sites.map((site) => renderNote(id, site)))];
  return [
    h('p', { className: ['esc-failed'], dataLayer: layer }, `Does not compile: ${titleOf(failed.name)}.`),
    list(...failed.errors.map((error, at) => renderError(id, error, at + 1))),
  ];
}
