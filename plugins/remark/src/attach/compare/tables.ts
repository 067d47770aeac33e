import { verdictWords, type DiffLine, type Site, type Verdict } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import { text } from '../figure.ts';
import { siteLink, verdictCell } from '../site-cells.ts';
import { code, table, type Cell } from '../table.ts';
import type { Side } from './figure.ts';
import { pairSites } from './sites.ts';

/** The verdicts of two examples by site, each leading to its note. */
export function verdictsTable(before: Side, after: Side, lines: DiffLine[]): Table {
  const head = ['Site', before.example.id, after.example.id, 'Change'];
  const rows = pairSites(before.sites, after.sites, lines).map(([from, to]): Cell[] => {
    const change = changeOf(
      from?.verdict ?? silent(to, lines, 'after'),
      to?.verdict ?? silent(from, lines, 'before'),
    );
    return [
      code((to ?? from)!.subject),
      from ? siteCell(before, from) : silentCell(to, lines, 'after'),
      to ? siteCell(after, to) : silentCell(from, lines, 'before'),
      { content: change, changed: change !== 'none' },
    ];
  });
  return table([head, ...rows], 'llll', 'escapement-compare');
}

/** The numbers of two examples. */
export function numbersTable([before, after]: [string, string], rows: Cell[][]): Table {
  return table([['Number', before, after, 'Change'], ...rows], 'lrrr', 'escapement-compare');
}

function changeOf(from: Verdict | undefined, to: Verdict | undefined): string {
  if (!from) return 'new';
  if (!to) return 'gone';
  return from === to ? 'none' : `${verdictWords[from]} → ${verdictWords[to]}`;
}

/**
 * What it means that one side says nothing of the other's site: the compiler prints nothing about a
 * variable that stays in its frame, so one that is declared on a line of both, and moved to the heap on
 * one side only, is on the stack on the other.
 */
function silent(site: Site | undefined, lines: DiffLine[], side: 'before' | 'after'): Verdict | undefined {
  const moved = site?.messages.some((message) => message.startsWith('moved to heap: '));
  const line = moved ? lines.find((each) => each[side] === site!.span.line) : undefined;
  return line?.before !== undefined && line.after !== undefined ? 'stack' : undefined;
}

function silentCell(site: Site | undefined, lines: DiffLine[], side: 'before' | 'after'): Cell {
  const verdict = silent(site, lines, side);
  return verdict ? verdictCell(verdict) : '–';
}

function siteCell({ example }: Side, site: Site | undefined): string | PhrasingContent[] {
  if (!site) return '–';
  return [
    ...verdictCell(site.verdict),
    text(', '),
    siteLink(example.id, site.number, text(`line ${site.span.line}`)),
  ];
}
