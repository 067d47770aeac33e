import type { Element } from 'hast';
import { h } from 'hastscript';
import type { View, ViewId } from './types.ts';

/**
 * The tabs of a block: radio buttons, so that they work by keyboard and without script. The stylesheet
 * shows what belongs to the checked one.
 */
export function renderTabs(block: string, views: View[], first: ViewId): Element {
  return h(
    'fieldset',
    { className: ['esc-tabs', 'esc-views'] },
    h('legend', 'View'),
    views.map(({ id, label }) => renderTab(`${block}-view`, id, label, id === first)),
  );
}

/** One tab; those with the same name are one group. */
function renderTab(name: string, value: string, label: string, checked: boolean): Element {
  return h(
    'label',
    { className: ['esc-tab'] },
    h('input', { type: 'radio', name, value, checked }),
    h('span', label),
  );
}

/** The parts below the code, of which the stylesheet shows that of the checked tab. */
export function renderPanels(views: View[]): Element[] {
  return views.flatMap(({ id, panel }) => {
    const content = panel();
    return content ? h('div', { className: ['esc-panel'], dataView: id }, content) : [];
  });
}
