import { lineAllocations, totalOf, type LineAllocations, type ProfiledRun } from '@escapement/facts';
import type { BlockContent, PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { formatCount } from './format.ts';
import { text } from './figure.ts';
import { code, table, type Cell } from './table.ts';

/** A table for each run of an example's package; where there are several, each says whose it is. */
export function profileTables(example: Example, runs: ProfiledRun[]): BlockContent[] {
  return runs.flatMap((run): BlockContent[] => {
    const found = profileTable(example, run);
    if (runs.length === 1) return [found];
    return [{ type: 'paragraph', children: [...nameOf(run), { type: 'text', value: ':' }] }, found];
  });
}

/**
 * The table of what each shown line of an example allocates in one iteration, in order of lines, and how much
 * of that the calls on the line do, outside of the package; a bar shows the line's part of all bytes. What the rest of its package allocates stands in
 * one row at the end.
 */
function profileTable({ file, shown }: Example, run: ProfiledRun): Table {
  const lines = lineAllocations(run);
  const all = totalOf(lines).bytes;
  const numberOf = (found: LineAllocations) =>
    found.file === file ? shown.lines.indexOf(found.line) + 1 : 0;
  const source = shown.code.split('\n');
  const rows: Cell[][] = lines
    .filter((found) => numberOf(found) > 0)
    .map((found) => row(String(numberOf(found)), code(source[numberOf(found) - 1]!.trim()), found, all));
  const rest = lines.filter((found) => numberOf(found) === 0);
  if (rest.length > 0) {
    const sum = { ...totalOf(rest), called: totalOf(rest.map(({ called }) => called)) };
    rows.push(row('–', 'elsewhere in the package', sum, all));
  }
  if (rows.length === 0) rows.push(['–', 'nothing is allocated', '0', '0', '–']);
  const per = run.benchmark === undefined ? '' : '/op';
  const head = ['Line', 'Code', `B${per}`, `objects${per}`, 'of these, in calls'];
  return table([head, ...rows], 'rlrrr', 'escapement-profile');
}

/** Whose profile it is: a benchmark's, or that of the program. */
function nameOf({ benchmark }: ProfiledRun): PhrasingContent[] {
  return benchmark === undefined ? [{ type: 'text', value: 'The program' }] : code(benchmark);
}

type Row = Pick<LineAllocations, 'bytes' | 'objects' | 'called'>;

function row(line: string, what: Cell, { bytes, objects, called }: Row, all: number): Cell[] {
  const count = formatCount(called.objects);
  const calls = `${formatCount(called.bytes)} B in ${count} ${count === '1' ? 'object' : 'objects'}`;
  return [line, what, heat(bytes, all), formatCount(objects), called.objects > 0 ? calls : '–'];
}

/** The number, and below it a bar as long as its part of the whole: it says nothing that the number does not. */
function heat(bytes: number, all: number): PhrasingContent[] {
  const part = all > 0 ? Math.round((100 * bytes) / all) : 0;
  const hProperties = { className: ['esc-heat'], style: `--esc-part: ${part}%` };
  return [{ type: 'emphasis', children: [text(formatCount(bytes))], data: { hName: 'span', hProperties } }];
}
