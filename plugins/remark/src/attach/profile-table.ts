import { lineAllocations, totalOf, type LineAllocations, type ProfiledRun } from '@escapement/facts';
import type { BlockContent, PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { formatCount } from './format.ts';
import { text } from './figure.ts';
import { code, table, type Cell } from './table.ts';

/**
 * A table for each run of an example's package; where there are several, each says whose it is.
 * @param others the page's other examples of that package, in order
 */
export function profileTables(example: Example, others: Example[], runs: ProfiledRun[]): BlockContent[] {
  return runs.flatMap((run): BlockContent[] => {
    const found = profileTable([example, ...others], run);
    if (runs.length === 1) return [found];
    return [{ type: 'paragraph', children: [...nameOf(run), { type: 'text', value: ':' }] }, found];
  });
}

/**
 * The table of what each line that the page shows allocates in one iteration, example by example, and how much
 * of that the calls on the line do, outside of the package; a bar shows the line's part of all bytes. What the rest of the package allocates stands in
 * one row at the end.
 */
function profileTable(examples: Example[], run: ProfiledRun): Table {
  const lines = lineAllocations(run);
  const all = totalOf(lines).bytes;
  const holderOf = ({ file, line }: LineAllocations) =>
    examples.find((example) => example.file === file && example.shown.lines.includes(line));
  const rows = examples.flatMap((example, at) =>
    lines
      .filter((found) => holderOf(found) === example)
      .map((found) => {
        const line = example.shown.lines.indexOf(found.line);
        const source = example.shown.code.split('\n')[line]!.trim();
        return row(lineCell(line + 1, at > 0 ? example : undefined), code(source), found, all);
      }),
  );
  const rest = lines.filter((found) => !holderOf(found));
  if (rest.length > 0) {
    const sum = { ...totalOf(rest), called: totalOf(rest.map(({ called }) => called)) };
    rows.push(row('–', 'elsewhere in the package', sum, all));
  }
  if (rows.length === 0) rows.push(['–', 'nothing is allocated', '0', '0', '–']);
  const per = run.benchmark === undefined ? '' : '/op';
  const head = ['Line', 'Code', `B${per}`, `objects${per}`, 'of these, in calls'];
  return table([head, ...rows], 'rlrrr', 'escapement-profile');
}

/** The number of a line, and the example whose line it is, where that is another one. */
function lineCell(line: number, other: Example | undefined): Cell {
  if (!other) return String(line);
  const link: PhrasingContent = {
    type: 'link',
    url: `#${other.id}-code`,
    children: code(other.id),
    data: { hName: 'a' },
  };
  return [text(`${line} of `), link];
}

/** Whose profile it is: a benchmark's, or that of the program. */
function nameOf({ benchmark }: ProfiledRun): PhrasingContent[] {
  return benchmark === undefined ? [{ type: 'text', value: 'The program' }] : code(benchmark);
}

type Row = Pick<LineAllocations, 'bytes' | 'objects' | 'called'>;

function row(line: Cell, what: Cell, { bytes, objects, called }: Row, all: number): Cell[] {
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
