import type { ExpressiveCodeAnnotation } from '@expressive-code/core';
import type { Element } from '@expressive-code/core/hast';
import { h, select } from '@expressive-code/core/hast';
import { renderLineEnd, renderSign, strongest, type MarkedLine } from '@escapement/render';

/** Puts the line's words and tick behind its code. */
export function lineAnnotation({ marks, claimed }: MarkedLine): ExpressiveCodeAnnotation {
  return {
    name: 'Escapement line',
    render: ({ nodesToTransform }) => {
      for (const node of nodesToTransform) {
        select('.code', node)?.children.push(renderLineEnd(strongest(marks), claimed));
      }
      return nodesToTransform;
    },
  };
}

/** The gutter of a line, empty without marks: the sign of its strongest one. */
export function renderGutter(line?: MarkedLine): Element {
  const tone = line && strongest(line.marks);
  return h('div', { className: ['esc-gutter'] }, tone ? renderSign(tone) : []);
}
