import type { Element } from 'hast';
import { h } from 'hastscript';
import type { View } from './types.ts';

/**
 * The tabs of a block: radio buttons, so that they work by keyboard and without script. The stylesheet
 * shows what belongs to the checked one, the first until the reader chooses another.
 */
export function renderTabs(block: string, views: View[]): Element {
  return h(
    'fieldset',
    { className: ['esc-tabs', 'esc-views'] },
    h('legend', 'View'),
    views.map(({ id, label }, at) =>
      renderTab({ name: `${block}-view`, value: id, checked: at === 0 }, label),
    ),
  );
}

/** One tab; those with the same name are one group. */
export function renderTab(input: TabInput, label: string): Element {
  return h('label', { className: ['esc-tab'] }, h('input', { type: 'radio', ...input }), h('span', label));
}

/** The parts below the code, of which the stylesheet shows that of the checked tab. */
export function renderPanels(views: View[]): Element[] {
  return views.flatMap(({ id, panel }) => {
    const content = panel();
    if (content.length === 0) return [];
    // For Pagefind: the other views repeat the compiler's messages, which the notes explain.
    const weight = id === 'escape' ? {} : { dataPagefindWeight: '0.3' };
    return h('div', { className: ['esc-panel'], dataView: id, ...weight }, content);
  });
}

interface TabInput {
  name: string;
  value: string;
  checked: boolean;
  dataLayer?: number;
}
