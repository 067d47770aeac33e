import type { ExpressiveCodeAnnotation } from '@expressive-code/core';
import { h } from '@expressive-code/core/hast';
import { renderReferences, strongest, type MarkedSpan } from '@escapement/render';

/**
 * Makes an element of a stretch of code, with the references behind it. Expressive Code hands over
 * several nodes where another annotation begins or ends inside: the first then has the id, the last the
 * references, and all a number by which the stylesheet knows that they are one.
 *
 * @param part of all stretches of the line, for those that come in parts
 */
export function spanAnnotation(
  { id, layer, start, end, marks }: MarkedSpan,
  part: number,
): ExpressiveCodeAnnotation {
  const tone = strongest(marks);
  return {
    name: 'Escapement',
    inlineRange: { columnStart: start, columnEnd: end },
    render: ({ nodesToTransform }) =>
      nodesToTransform.map((node, i, { length }) => {
        const dataPart = length > 1 ? part : undefined;
        const attributes = { id: i === 0 ? id : undefined, dataTone: tone, dataLayer: layer, dataPart };
        const element = h('span', { className: [tone ? 'esc-mark' : 'esc-span'], ...attributes }, node);
        const last = i === length - 1 && marks.length > 0;
        return last ? h(null, element, renderReferences(marks)) : element;
      }),
  };
}
