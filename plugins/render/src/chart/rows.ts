import { axisFromZero, textWidth, type Library, type Plan, type Sheet } from './sheet.ts';

/** How a chart is laid out that has a row for each name. */
export interface Rows {
  /** Height of a row. */
  band: number;
  /** Sizes, margins and axes. */
  plan: Plan;
  /** The names, beside their rows or above them. */
  marks: NonNullable<Plan['marks']>;
}

/** Height of a row of names and values. */
const ROW = 34;

/**
 * Lays out a row for each name, on an axis that reaches to the highest value.
 *
 * @param right the room that is needed behind the highest value
 */
export function planRows(
  rows: { name: string }[],
  { highest, unit, right = 0 }: { highest: number; unit: string; right?: number },
  sheet: Sheet,
  { Plot }: Library,
): Rows {
  const names = rows.map(({ name }) => name);
  const room = roomForNames(names, sheet);
  const band = room ? ROW : ROW + 12;
  const place = room
    ? ({ textAnchor: 'end', dx: -10 } as const)
    : ({ textAnchor: 'start', dx: 4, dy: -18 } as const);
  return {
    band,
    plan: {
      height: rows.length * band + (room ? 46 : 60),
      marginTop: room ? 6 : 20,
      marginBottom: 40,
      marginLeft: room || 12,
      marginRight: right + 14,
      x: { ...axisFromZero(highest, unit), ticks: sheet.narrow ? 4 : 7 },
      y: { domain: names, label: null, axis: null, padding: 0 },
    },
    marks: [Plot.text(rows, { x: 0, y: 'name', text: 'name', className: 'esc-name', ...place })],
  };
}

/** How far names reach to the left of their rows; 0 where they stand above them. */
function roomForNames(names: string[], { narrow, width }: Sheet): number {
  const room = Math.max(...names.map(textWidth)) + 14;
  return narrow || room > width * 0.4 ? 0 : room;
}
