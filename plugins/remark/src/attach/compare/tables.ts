import { verdictWords, type Site } from '@escapement/facts';
import type { DiffLine } from '@escapement/render';
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
    const change = changeOf(from, to);
    return [
      code((to ?? from)!.subject),
      siteCell(before, from),
      siteCell(after, to),
      { content: change, changed: change !== 'none' },
    ];
  });
  return table([head, ...rows], 'llll', 'escapement-compare');
}

/** The numbers of two examples. */
export function numbersTable([before, after]: [string, string], rows: Cell[][]): Table {
  return table([['Number', before, after, 'Change'], ...rows], 'lrrr', 'escapement-compare');
}

function changeOf(from: Site | undefined, to: Site | undefined): string {
  if (!from) return 'new';
  if (!to) return 'gone';
  return from.verdict === to.verdict ? 'none' : `${verdictWords[from.verdict]} → ${verdictWords[to.verdict]}`;
}

function siteCell({ example }: Side, site: Site | undefined): string | PhrasingContent[] {
  if (!site) return '–';
  return [
    ...verdictCell(site.verdict),
    text(', '),
    siteLink(example.id, site.number, text(`line ${site.span.line}`)),
  ];
}
