import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderNote } from '../note.ts';
import { layersOf, type Layer } from '../layers.ts';
import type { View } from './types.ts';

/** The marks in the code, and below one note for each allocation site; for each version of the block. */
export function escapeView(block: BlockFacts): View {
  const layers = layersOf(block).filter(({ sites }) => sites.length > 0);
  return {
    id: 'escape',
    label: layers.length > 0 ? 'Escapes' : 'Code',
    labels: [],
    panel: () => layers.map(renderLayer),
  };
}

/** Safari drops the list semantics of a list without markers unless the role is given. */
function renderLayer({ id, layer, sites }: Layer): Element {
  return h(
    'ol',
    { className: ['esc-list'], role: 'list', dataLayer: layer },
    sites.map((site) => renderNote(id, site)),
  );
}
