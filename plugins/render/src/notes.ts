import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderErrors } from './errors.ts';
import { renderFooter } from './footer.ts';
import { renderNote } from './note.ts';

/**
 * The section below a code block: what is wrong (expected or not), one note for each allocation site,
 * and how it was checked. Plain HTML, complete without script; where a block has no sites, only the
 * line about the check remains.
 */
export function renderNotes(block: BlockFacts): Element {
  return h(
    'section',
    { id: `${block.id}-notes`, className: ['esc-notes'], dataStatus: block.status },
    renderErrors(block),
    block.sites.length === 0
      ? undefined
      : // Safari drops the list semantics of a list without markers unless the role is given.
        h(
          'ol',
          { className: ['esc-list'], role: 'list' },
          block.sites.map((site) => renderNote(block.id, site)),
        ),
    renderFooter(block),
  );
}
