import { spanId, type Site, type Step } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderProse } from './prose.ts';

/**
 * The compiler's flow chain as numbered steps, closed at first; nothing for a site without steps. A step
 * whose expression stands in the shown code links to it.
 */
export function renderSteps(block: string, { steps, messages, number }: Site): Element | undefined {
  if (steps.length === 0) return undefined;
  const count = steps.length === 1 ? 'one step' : `${steps.length} steps`;
  return h(
    'details',
    { className: ['esc-why'] },
    h('summary', { ariaLabel: `Note ${number}: why, in ${count}` }, `Why, in ${count}`),
    h(
      'ol',
      { className: ['esc-steps'] },
      steps.map((step) => renderStep(block, step)),
    ),
    messages.length === 0
      ? undefined
      : h(
          'p',
          { className: ['esc-message'] },
          'The compiler says: ',
          messages.flatMap((message, i) => [i > 0 ? '; ' : '', h('code', message)]),
        ),
  );
}

function renderStep(block: string, { text, expr, why, span, place }: Step): Element {
  const where = span ? `line ${span.line}` : place;
  const code = h('code', expr);
  return h(
    'li',
    h('span', { className: ['esc-step'] }, renderProse(text)),
    expr === '' ? [] : [' ', span ? h('a', { href: `#${spanId(block, span)}` }, code) : code],
    ' ',
    h('span', { className: ['esc-aside'] }, [where, why].filter(Boolean).join(', ')),
  );
}
