import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** What stands in a cell. */
export type Cell = string | ElementContent[];

/** A table with a caption and a head; the first column names the line, so that it heads its row. */
export function viewTable(caption: string, head: string[], rows: Cell[][]): Element {
  return h(
    'table',
    { className: ['esc-table'] },
    h('caption', caption),
    h(
      'thead',
      h(
        'tr',
        head.map((title) => h('th', { scope: 'col' }, title)),
      ),
    ),
    h(
      'tbody',
      rows.map(([first, ...cells]) =>
        h(
          'tr',
          h('th', { scope: 'row' }, first),
          cells.map((cell) => h('td', cell)),
        ),
      ),
    ),
  );
}

/** A view of what is not known says so: silence is no answer. */
export function unknownPart(what: string, why = 'no code was generated'): Element {
  return h('p', `Nothing is known about ${what} here: ${why}.`);
}
