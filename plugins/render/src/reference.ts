import type { Element } from 'hast';
import { h } from 'hastscript';
import { markId, noteId } from './ids.ts';
import type { MarkedLine } from './lines.ts';
import { strongest, type Mark } from './marks.ts';
import { renderShape, wordsOf, type Tone } from './tone.ts';

/**
 * The small numbers behind an expression, each a link to its note. The digits are generated content, so
 * they are in neither the selected nor the copied text.
 */
export function renderReferences(block: string, marks: readonly Mark[]): Element {
  return h(
    'span',
    { className: ['esc-refs'] },
    marks.map(({ kind, number, tone, label }) =>
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
 * What stands in the gutter of a line: the shape of its strongest mark, whose words are its name; in other
 * views a number with a bar.
 */
export function renderGutterParts({ marks, labels }: MarkedLine): Element[] {
  const tone = strongest(marks);
  const bars = labels.filter(({ share }) => share !== undefined);
  return [...(tone ? [renderSign(tone)] : []), ...bars.map(renderLabel)];
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

function renderSign(tone: Tone): Element {
  return h(
    'span',
    { className: ['esc-sign'], dataTone: tone, role: 'img', ariaLabel: wordsOf(tone) },
    renderShape(tone),
  );
}

/**
 * What stands behind the code of a line: the words of its strongest mark, where there is room for them
 * (the sign has told them to assistive technology), and a tick where a claim was confirmed. Generated
 * content, like the references.
 */
export function renderLineEnd({ marks, claimed, labels }: MarkedLine): Element {
  const tone = strongest(marks);
  return h(
    'span',
    { className: ['esc-end'] },
    tone && h('span', { className: ['esc-words'], dataTone: tone, dataWords: wordsOf(tone) }),
    claimed ? h('span', { className: ['esc-tick'], role: 'img', ariaLabel: 'claim confirmed' }) : undefined,
    labels.filter(({ share }) => share === undefined).map(renderLabel),
  );
}
