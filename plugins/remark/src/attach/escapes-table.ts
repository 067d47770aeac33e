import { reasonWords, verdictWords, type Site } from '@escapement/facts';
import type { PhrasingContent, Table } from 'mdast';
import { code, table } from './table.ts';

/** The table of an example's sites: line, expression, verdict, why, and the words of the witnesses. */
export function escapesTable(sites: Site[]): Table {
  const head = ['Line', 'Site', 'Verdict', 'Reason', 'The compiler says', 'The code calls'];
  const rows = sites.map(({ span, subject, verdict, reason, messages, evidence }) => [
    String(span.line),
    code(subject),
    verdictWords[verdict],
    reason ? reasonWords[reason] : '–',
    lines(messages),
    evidence?.codegen ? calls(evidence.codegen) : '–',
  ]);
  return table([head, ...rows], 'rlllll', 'escapement-escapes');
}

/** Silence about a site proves nothing; that its code calls no allocator does. */
function calls(symbols: string[]): string | PhrasingContent[] {
  return symbols.length > 0 ? lines(symbols) : 'no allocator';
}

function lines(codes: string[]): PhrasingContent[] {
  return codes.flatMap((text, at) => [...(at ? [{ type: 'break' } as const] : []), ...code(text)]);
}
