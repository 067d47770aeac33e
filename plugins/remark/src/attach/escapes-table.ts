import { verdictWords, type Site } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import { code, table } from './table.ts';

/** The table of an example's sites: line, expression, verdict and the compiler's own words. */
export function escapesTable(sites: Site[]): Table {
  const head = ['Line', 'Site', 'Verdict', 'The compiler says'];
  const rows = sites.map(({ span, subject, verdict, messages }): (string | PhrasingContent[])[] => [
    String(span.line),
    code(subject),
    verdictWords[verdict],
    messages.flatMap((message, at) => [...(at ? [{ type: 'break' } as const] : []), ...code(message)]),
  ]);
  return table([head, ...rows], 'rlll', 'escapement-escapes');
}
