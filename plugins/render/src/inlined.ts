import { spanId, type InlinedSite, type Site } from '@escapement/facts';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Says of a site in inlined code in which function it stands, with a link to the place where that is shown. */
export function renderInlined(block: string, { inlined, verdict }: Site): Element | undefined {
  if (!inlined) return undefined;
  const what = verdict === 'heap' || verdict === 'grows' || verdict === 'bounded' ? 'Allocated' : 'Written';
  const { exact, callee } = inlined;
  return h('p', { className: ['esc-inlined'] }, [
    exact ? `${what} in ` : `${what} in code that came here with `,
    h('code', callee),
    ...whereOf(block, inlined),
    exact ? ', inlined here' : ', which is inlined here',
    ...waysOf(inlined),
    '.',
  ]);
}

function whereOf(block: string, { span, place }: InlinedSite): (string | ElementContent)[] {
  if (span) return [' (', h('a', { href: `#${spanId(block, span)}` }, `line ${span.line}`), ')'];
  return place ? [` (${place})`] : [];
}

/** The calls in between, outermost first. */
function waysOf({ through }: InlinedSite): (string | ElementContent)[] {
  if (through.length === 0) return [];
  return [' through ', ...through.flatMap((callee, at) => [at > 0 ? ' and ' : '', h('code', callee)])];
}
