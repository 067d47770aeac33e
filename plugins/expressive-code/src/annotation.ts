import type { ExpressiveCodeAnnotation } from '@expressive-code/core';
import { h } from '@expressive-code/core/hast';
import { renderReferences, strongest } from '@escapement/render';
import type { MarkedSpan } from './spans.ts';

/**
 * Makes an element of a stretch of code. Expressive Code hands over several nodes where another
 * annotation begins or ends inside: the first then has the id, the last the references.
 */
export function spanAnnotation(block: string, span: MarkedSpan): ExpressiveCodeAnnotation {
  const tone = strongest(span.marks);
  return {
    name: 'Escapement',
    inlineRange: { columnStart: span.start, columnEnd: span.end },
    render: ({ nodesToTransform }) =>
      nodesToTransform.map((node, i, { length }) =>
        h(
          'span',
          {
            id: i === 0 ? span.id : undefined,
            className: [tone ? 'esc-mark' : 'esc-span'],
            dataTone: tone,
          },
          node,
          i === length - 1 && span.references.length > 0
            ? renderReferences(block, span.references)
            : [],
        ),
      ),
  };
}
