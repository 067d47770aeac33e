import { markId, noteId } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { MarkedLine } from './lines.ts';
import { strongest, type Mark } from './marks.ts';
import { renderChange } from './versions/render.ts';
import { renderShape, wordsOf, type Tone } from './tone.ts';

/**
 * The small numbers behind an expression, each a link to its note. The digits are generated content, so
 * they are in neither the selected nor the copied text.
 */
export function renderReferences(marks: readonly Mark[]): Element {
  return h(
    'span',
    { className: ['esc-refs'], dataLayer: marks[0]?.layer },
    marks.map(({ block, kind, number, tone, label }) =>
      h('a', {
        id: markId(block, kind, number),
        className: ['esc-ref'],
        href: `#${noteId(block, kind, number)}`,
        dataTone: tone,
        dataNumber: String(number),
        role: 'doc-noteref',
        ariaLabel: label,
      }),
    ),
  );
}

/**
 * The gutter of a line: the shape of its strongest mark, whose words are its name; in other views a number
 * with a bar. Empty for a line without.
 */
export function renderGutter(line?: MarkedLine): Element {
  const bars = line?.labels.filter(({ share }) => share !== undefined) ?? [];
  const signs = tonesOf(line?.marks ?? []).map(renderSign);
  return h('span', { className: ['esc-gutter'] }, signs, bars.map(renderLabel));
}

interface LayerTone {
  tone: Tone;
  dataLayer: number | undefined;
}

/** The strongest tone of each layer that has marks. */
function tonesOf(marks: readonly Mark[]): LayerTone[] {
  const layers = [...new Set(marks.map(({ layer }) => layer))];
  return layers.map((layer) => ({
    tone: strongest(marks.filter((mark) => mark.layer === layer))!,
    dataLayer: layer,
  }));
}

function renderWords({ tone, dataLayer }: LayerTone): Element {
  return h('span', { className: ['esc-words'], dataTone: tone, dataLayer, dataWords: wordsOf(tone) });
}

/** What a view shows at a line; the stylesheet hides it in the others. */
function renderLabel({ view, text, share, weight }: MarkedLine['labels'][number]): Element {
  return h('span', {
    className: [share === undefined ? 'esc-label' : 'esc-bar-label'],
    dataView: view,
    dataWords: text,
    dataWeight: weight,
    style: share === undefined ? undefined : `--esc-share:${share}`,
  });
}

function renderSign({ tone, dataLayer }: LayerTone): Element {
  return h(
    'span',
    { className: ['esc-sign'], dataTone: tone, dataLayer, role: 'img', ariaLabel: wordsOf(tone) },
    renderShape(tone),
  );
}

/**
 * What stands behind the code of a line: the words of its strongest mark, where there is room for them
 * (the sign has told them to assistive technology), and a tick where a claim was confirmed. Generated
 * content, like the references.
 */
export function renderLineEnd({ marks, claimed, labels, changes }: MarkedLine): Element {
  return h(
    'span',
    { className: ['esc-end'] },
    changes.length > 0 ? changes.map(renderChange) : tonesOf(marks).map(renderWords),
    claimed ? h('span', { className: ['esc-tick'], role: 'img', ariaLabel: 'claim confirmed' }) : undefined,
    labels.filter(({ share }) => share === undefined).map(renderLabel),
  );
}
