import { reasonWords, runWords, type Site } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { siteLink, verdictCell } from './site-cells.ts';
import { code, table, type Cell } from './table.ts';

/**
 * The table of an example's sites: the expression, which leads to its note, the verdict, why, and what
 * each witness says. What runs allocated on its line is known where the example has a memory profile.
 */
export function escapesTable(example: Example, sites: Site[]): Table {
  const ran = sites.some(({ evidence }) => evidence?.run);
  const run = ran ? ['The run allocates'] : [];
  const head = ['Site', 'Line', 'Verdict', 'Reason', 'Escape analysis says', 'The code calls', ...run];
  const rows = sites.map((site): Cell[] => [
    [siteLink(example.id, site.number, { type: 'inlineCode', value: site.subject })],
    String(site.span.line),
    verdictCell(site.verdict),
    site.reason ? reasonWords[site.reason] : '–',
    site.messages.length > 0 ? lines(site.messages) : '–',
    site.evidence?.codegen ? calls(site.evidence.codegen) : '–',
    ...(ran ? [site.evidence?.run?.map(runWords).join('; ') ?? '–'] : []),
  ]);
  return table([head, ...rows], `lrllll${ran ? 'l' : ''}`, 'escapement-escapes');
}

/** Silence about a site proves nothing; that its code calls no allocator does. */
function calls(symbols: string[]): string | PhrasingContent[] {
  return symbols.length > 0 ? lines(symbols) : 'no allocator';
}

function lines(codes: string[]): PhrasingContent[] {
  return codes.flatMap((value, at) => [...(at ? [{ type: 'break' } as const] : []), ...code(value)]);
}
