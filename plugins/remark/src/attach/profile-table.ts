import type { LineAllocations, ProfileFacts } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { formatCount } from './format.ts';
import { code, table } from './table.ts';

/**
 * The table of what each shown line of an example allocates in one iteration, in order of lines. What the
 * rest of its package allocates stands in one row at the end.
 */
export function profileTable({ file, shown }: Example, { lines }: ProfileFacts): Table {
  const numberOf = (found: LineAllocations) =>
    found.file === file ? shown.lines.indexOf(found.line) + 1 : 0;
  const text = shown.code.split('\n');
  const rows = lines
    .filter((found) => numberOf(found) > 0)
    .map((found) => row(String(numberOf(found)), code(text[numberOf(found) - 1]!.trim()), found));
  const rest = lines.filter((found) => numberOf(found) === 0);
  if (rest.length > 0) rows.push(row('–', 'elsewhere in the package', sum(rest)));
  return table([['Line', 'Code', 'B/op', 'objects/op'], ...rows], 'rlrr', 'escapement-profile');
}

type Sum = Pick<LineAllocations, 'bytes' | 'objects'>;

function row(line: string, what: string | PhrasingContent[], { bytes, objects }: Sum) {
  return [line, what, formatCount(round(bytes)), formatCount(round(objects))];
}

function sum(lines: LineAllocations[]): Sum {
  return lines.reduce(
    (total, { bytes, objects }) => ({ bytes: total.bytes + bytes, objects: total.objects + objects }),
    { bytes: 0, objects: 0 },
  );
}

/** Two digits behind the point: a mean over a thousand iterations knows no more. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
