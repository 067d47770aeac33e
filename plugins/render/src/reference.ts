import type { Element } from 'hast';
import { h } from 'hastscript';
import { markId, noteId } from './ids.ts';
import type { Mark } from './marks.ts';
import { renderShape, wordsOf, type Tone } from './tone.ts';

/**
 * The small numbers behind an expression, each a link to its note. The digits are generated content, so
 * they are in neither the selected nor the copied text, and the element takes no room in the line: what
 * gofmt aligned stays aligned.
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

/** The sign in the gutter of a line: the shape of its strongest mark, its words as its name. */
export function renderSign(tone: Tone): Element {
  const words = wordsOf(tone);
  return h(
    'span',
    { className: ['esc-sign'], dataTone: tone, role: 'img', ariaLabel: words, title: words },
    renderShape(tone),
  );
}
