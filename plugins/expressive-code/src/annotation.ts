import type { ExpressiveCodeAnnotation } from '@expressive-code/core';
import { h } from '@expressive-code/core/hast';
import { renderSpan, type MarkedSpan } from '@escapement/render';

/**
 * Makes an element of a stretch of code, with the references behind it. Expressive Code hands over
 * several nodes where another annotation begins or ends inside.
 *
 * @param part number among all stretches of the line, for those that come in parts
 */
export function spanAnnotation(span: MarkedSpan, part: number): ExpressiveCodeAnnotation {
  return {
    name: 'Escapement',
    inlineRange: { columnStart: span.start, columnEnd: span.end },
    render: ({ nodesToTransform }) =>
      nodesToTransform.map((node, at, { length }) => {
        const { children } = h('span', node);
        return h(
          null,
          renderSpan(span, children, {
            first: at === 0,
            last: at === length - 1,
            ...(length > 1 && { part }),
          }),
        );
      }),
  };
}
