import type { ExpressiveCodeAnnotation } from '@expressive-code/core';
import { select } from '@expressive-code/core/hast';
import { renderLineEnd, type MarkedLine } from '@escapement/render';

/** Puts the line's words and tick behind its code. */
export function lineAnnotation(line: MarkedLine): ExpressiveCodeAnnotation {
  return {
    name: 'Escapement line',
    render: ({ nodesToTransform }) => {
      for (const node of nodesToTransform) {
        select('.code', node)?.children.push(renderLineEnd(line));
      }
      return nodesToTransform;
    },
  };
}
