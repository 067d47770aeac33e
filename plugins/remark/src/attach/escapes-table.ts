import { lineAllocations, reasonWords, type ProfileFacts, type Site } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import type { Example } from '../page/example.ts';
import { text } from './figure.ts';
import { formatCount } from './format.ts';
import { siteLink, verdictCell } from './site-cells.ts';
import { code, table, type Cell } from './table.ts';

/**
 * The table of an example's sites: the expression, which leads to its note, the verdict, why, and what
 * each witness says. What a run allocated is known where the example has a memory profile.
 */
export function escapesTable(example: Example, sites: Site[], profile?: ProfileFacts): Table {
  const run = profile ? ['The run allocates'] : [];
  const head = ['Site', 'Line', 'Verdict', 'Reason', 'Escape analysis says', 'The code calls', ...run];
  const rows = sites.map((site): Cell[] => [
    [siteLink(example.id, site.number, { type: 'inlineCode', value: site.subject })],
    String(site.span.line),
    verdictCell(site.verdict),
    site.reason ? reasonWords[site.reason] : '–',
    site.messages.length > 0 ? lines(site.messages) : '–',
    site.evidence?.codegen ? calls(site.evidence.codegen) : '–',
    ...(profile ? [allocated(example, site, sites, profile)] : []),
  ]);
  return table([head, ...rows], `lrllll${profile ? 'l' : ''}`, 'escapement-escapes');
}

/** Silence about a site proves nothing; that its code calls no allocator does. */
function calls(symbols: string[]): string | PhrasingContent[] {
  return symbols.length > 0 ? lines(symbols) : 'no allocator';
}

function lines(codes: string[]): PhrasingContent[] {
  return codes.flatMap((value, at) => [...(at ? [{ type: 'break' } as const] : []), ...code(value)]);
}

/** A profile knows lines: what it says of one is about all sites there. */
function allocated(
  { file, shown }: Example,
  { span }: Site,
  sites: Site[],
  { runs }: ProfileFacts,
): PhrasingContent[] {
  const line = shown.lines[span.line - 1];
  const amounts = runs.flatMap((run) => {
    const found = lineAllocations(run).find((each) => each.file === file && each.line === line);
    if (!found) return [];
    const amount = `${formatCount(found.bytes)} B${run.benchmark ? '/op' : ''}`;
    const name = run.benchmark?.replace(/^Benchmark/, '') ?? 'the program';
    return runs.length > 1 ? `${name}: ${amount}` : amount;
  });
  if (amounts.length === 0) return [text('nothing seen')];
  const shared = sites.filter((other) => other.span.line === span.line).length > 1;
  return [text(amounts.join('; ') + (shared ? ', with all else on this line' : ''))];
}
