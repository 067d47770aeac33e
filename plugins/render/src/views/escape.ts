import type { BlockFacts } from '@escapement/facts';
import { h } from 'hastscript';
import { renderNote } from '../note.ts';
import type { View } from './types.ts';

/** The marks in the code, and below one note for each allocation site. */
export function escapeView({ id, sites }: BlockFacts): View {
  return {
    id: 'escape',
    label: sites.length > 0 ? 'Escapes' : 'Code',
    labels: [],
    // Safari drops the list semantics of a list without markers unless the role is given.
    panel: () =>
      sites.length === 0
        ? undefined
        : h(
            'ol',
            { className: ['esc-list'], role: 'list' },
            sites.map((site) => renderNote(id, site)),
          ),
  };
}
