import type { BlockFacts, InlineCall, InlineFacts, InlineFunction, ShownCall } from '@escapement/facts';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { unknownPart, viewTable, type Cell } from './table.ts';
import type { LineLabel, View } from './types.ts';

/** What the inliner decided: of each function, and of each call of which it told what it made. */
export function inlineView({ inline }: BlockFacts): View {
  return {
    id: 'inline',
    label: 'Inlining',
    labels: inline ? labelsOf(inline) : [],
    panel: () => (inline ? renderInline(inline) : [unknownPart('inlining')]),
  };
}

/** Of a function whether it can be inlined, of a line's calls which are. */
function labelsOf({ functions, calls }: InlineFacts): LineLabel[] {
  const own = functions.map(({ span, cost, reason }): LineLabel => {
    const text =
      reason === undefined
        ? `can be inlined${cost === undefined ? '' : `, cost ${cost}`}`
        : 'cannot be inlined';
    return { line: span.line, text, weight: reason === undefined ? 'quiet' : 'cost' };
  });
  const byLine = [...Map.groupBy(calls, ({ span }) => span.line)];
  const called = byLine.flatMap(([line, all]): LineLabel[] => {
    const inlined = all.flatMap(({ inlined: call }) => (call ? [call.callee] : []));
    const refused = all.flatMap(({ refused: call }) => (call ? [call.callee] : []));
    const direct = all.flatMap(({ devirtualized }) => (devirtualized ? [devirtualized.call] : []));
    return [
      ...(inlined.length > 0
        ? [{ line, text: `inlined: ${listed(inlined)}`, weight: 'quiet' as const }]
        : []),
      ...(direct.length > 0 ? [{ line, text: `direct: ${listed(direct)}`, weight: 'quiet' as const }] : []),
      ...(refused.length > 0
        ? [{ line, text: `not inlined: ${listed(refused)}`, weight: 'cost' as const }]
        : []),
    ];
  });
  return [...own, ...called];
}

function listed(names: string[]): string {
  return [...new Set(names)].join(', ');
}

function renderInline({ functions, calls }: InlineFacts): Element[] {
  const tables: Element[] = [];
  if (functions.length > 0)
    tables.push(viewTable('Inlining', ['Line', 'Function', 'Decision'], functions.map(functionRow)));
  if (calls.length > 0)
    tables.push(viewTable('Calls', ['Line', 'Call', 'What the compiler makes of it'], calls.map(callRow)));
  return tables.length > 0 ? tables : [h('p', 'The compiler says nothing about inlining here.')];
}

function functionRow({ span, func, cost, reason }: InlineFunction): Cell[] {
  // inlineMaxBudget in cmd/compile/internal/inline/inl.go.
  const decision =
    reason !== undefined
      ? `cannot be inlined: ${reason}`
      : `can be inlined${cost === undefined ? '' : `, at a cost of ${cost} of 80`}`;
  return [String(span.line), [h('code', func)], decision];
}

function callRow({ span, inlined, devirtualized, refused }: InlineCall): Cell[] {
  const callee = inlined?.callee ?? refused?.callee ?? devirtualized!.call;
  const said: ElementContent[][] = [];
  if (devirtualized)
    said.push([
      h('code', devirtualized.call),
      { type: 'text', value: ' is called directly, as a method of ' },
      h('code', devirtualized.type),
    ]);
  if (inlined) said.push([{ type: 'text', value: 'inlined' }, ...nested(inlined.calls)]);
  if (refused) said.push([{ type: 'text', value: `not inlined: ${refused.reason}` }]);
  const parts = said.flatMap((part, at): ElementContent[] =>
    at > 0 ? [{ type: 'text', value: '; ' }, ...part] : part,
  );
  return [String(span.line), [h('code', callee)], parts];
}

/** What is inlined within an inlined call, as lists in lists. */
function nested(calls: ShownCall[]): ElementContent[] {
  if (calls.length === 0) return [];
  const items = calls.map(({ callee, span, calls: inner }) =>
    h('li', h('code', callee), span ? ` (line ${span.line})` : '', nested(inner)),
  );
  return [{ type: 'text', value: ', with' }, h('ul', items)];
}
