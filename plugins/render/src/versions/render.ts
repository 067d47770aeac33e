import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { LAYERS } from '../layers.ts';
import { renderShape, wordsOf } from '../tone.ts';
import { renderTab } from '../views/tabs.ts';
import type { Change } from './changes.ts';
import { titleOf } from './title.ts';

/** The switch between the versions of a block; nothing for a block without. */
export function renderVersions({ id, versions }: BlockFacts): Element | undefined {
  if (!versions) return undefined;
  let others = 0;
  const layers = versions.map(({ name, own = false, errors }) => ({
    name,
    own,
    title: errors ? `${titleOf(name)}: does not compile` : titleOf(name),
    layer: own ? 0 : ++others,
  }));
  return h(
    'fieldset',
    { className: ['esc-tabs', 'esc-versions'] },
    h('legend', versions.some(({ name }) => titleOf(name) !== name) ? 'Version' : 'Architecture'),
    layers
      .filter(({ layer }) => layer < LAYERS)
      .map(({ name, own, title, layer }) =>
        renderTab({ name: `${id}-version`, value: name, checked: own, dataLayer: layer }, title),
      ),
  );
}

/** At the end of a line: which version says what. Generated content, like all that stands there. */
export function renderChange({ turns }: Change): Element {
  return h(
    'span',
    { className: ['esc-change'] },
    turns.map(({ names, verdict }) =>
      h(
        'span',
        { dataTone: verdict, dataNames: titleOf(names), dataWords: wordsOf(verdict) },
        renderShape(verdict),
      ),
    ),
  );
}
