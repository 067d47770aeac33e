import { lineAllocations, type Amount, type LineAllocations, type ProfiledRun } from '@escapement/facts';
import type { BlockContent, PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { formatCount } from './format.ts';
import { code, table } from './table.ts';

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
 * of that the calls on the line do, outside of the package. What the rest of its package allocates stands in
 * one row at the end.
 */
function profileTable({ file, shown }: Example, run: ProfiledRun): Table {
  const lines = lineAllocations(run);
  const numberOf = (found: LineAllocations) =>
    found.file === file ? shown.lines.indexOf(found.line) + 1 : 0;
  const text = shown.code.split('\n');
  const rows = lines
    .filter((found) => numberOf(found) > 0)
    .map((found) => row(String(numberOf(found)), code(text[numberOf(found) - 1]!.trim()), found));
  const rest = lines.filter((found) => numberOf(found) === 0);
  if (rest.length > 0) {
    const sum = { ...add(rest), called: add(rest.map(({ called }) => called)) };
    rows.push(row('–', 'elsewhere in the package', sum));
  }
  if (rows.length === 0) rows.push(['–', 'nothing is allocated', '0', '0', '–']);
  const per = run.benchmark === undefined ? '' : '/op';
  const head = ['Line', 'Code', `B${per}`, `objects${per}`, 'of these, in calls'];
  return table([head, ...rows], 'rlrrr', 'escapement-profile');
}

function nameOf({ benchmark }: ProfiledRun): PhrasingContent[] {
  return benchmark === undefined ? [{ type: 'text', value: 'The program' }] : code(benchmark);
}

type Row = Pick<LineAllocations, 'bytes' | 'objects' | 'called'>;

function row(line: string, what: string | PhrasingContent[], { bytes, objects, called }: Row) {
  const count = formatCount(called.objects);
  const calls = `${formatCount(called.bytes)} B in ${count} ${count === '1' ? 'object' : 'objects'}`;
  return [line, what, formatCount(bytes), formatCount(objects), called.objects > 0 ? calls : '–'];
}

function add(amounts: Amount[]): Amount {
  return amounts.reduce(
    (sum, { bytes, objects }) => ({ bytes: sum.bytes + bytes, objects: sum.objects + objects }),
    { bytes: 0, objects: 0 },
  );
}
