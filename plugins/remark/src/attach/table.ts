import type { PhrasingContent, Table, TableCell } from 'mdast';

/** What stands in a cell; `changed` marks one that differs from what it is compared with. */
export type Cell = string | PhrasingContent[] | { content: string | PhrasingContent[]; changed: boolean };

/**
 * A Markdown table from rows of cells; the first row is its head, and its first column names the rows.
 * `align` has one letter a column. Each cell carries the words of its head, for a stylesheet that shows
 * rows as cards where a table has no room.
 */
export function table(rows: Cell[][], align: string, className: string): Table {
  const labels = (rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell : ''));
  return {
    type: 'table',
    align: [...align].map((letter) => (letter === 'r' ? 'right' : 'left')),
    children: rows.map((cells, row) => ({
      type: 'tableRow',
      children: cells.map((cell, column) => tableCell(cell, row > 0 ? labels[column]! : undefined, column)),
    })),
    // In HTML the table is told from others by its class; plain Markdown needs none.
    data: { hProperties: { className: [className] } },
  };
}

/** Code inside a cell. */
export function code(value: string): PhrasingContent[] {
  return [{ type: 'inlineCode', value }];
}

function tableCell(cell: Cell, label: string | undefined, column: number): TableCell {
  const { content, changed } =
    typeof cell === 'object' && 'content' in cell ? cell : { content: cell, changed: false };
  const children: PhrasingContent[] =
    typeof content === 'string' ? [{ type: 'text', value: content }] : content;
  if (label === undefined) return { type: 'tableCell', children, data: { hProperties: { scope: 'col' } } };
  const names =
    column === 0 ? { hName: 'th', hProperties: { scope: 'row' } } : { hProperties: { dataLabel: label } };
  return {
    type: 'tableCell',
    children: changed ? [{ type: 'strong', children }] : children,
    data: names,
  };
}
