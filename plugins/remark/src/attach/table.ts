import type { PhrasingContent, Table, TableCell } from 'mdast';

/** A Markdown table from rows of cells; the first row is its head. `align` has one letter a column. */
export function table(rows: (string | PhrasingContent[])[][], align: string, className: string): Table {
  return {
    type: 'table',
    align: [...align].map((letter) => (letter === 'r' ? 'right' : 'left')),
    children: rows.map((cells) => ({ type: 'tableRow', children: cells.map(cell) })),
    // In HTML the table is told from others by its class; plain Markdown needs none.
    data: { hProperties: { className: [className] } },
  };
}

/** Code inside a cell. */
export function code(value: string): PhrasingContent[] {
  return [{ type: 'inlineCode', value }];
}

function cell(content: string | PhrasingContent[]): TableCell {
  return {
    type: 'tableCell',
    children: typeof content === 'string' ? [{ type: 'text', value: content }] : content,
  };
}
