import type { ExpressiveCodeAnnotation } from '@expressive-code/core';
import type { Element } from '@expressive-code/core/hast';
import { h, select } from '@expressive-code/core/hast';
import { renderGutterParts, renderLineEnd, type MarkedLine } from '@escapement/render';

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

/** The gutter of a line, empty where there is nothing to show. */
export function renderGutter(line?: MarkedLine): Element {
  return h('div', { className: ['esc-gutter'] }, line ? renderGutterParts(line) : []);
}

/**
 * The indent of the rest of a wrapped line that begins with tabs, as a CSS length; `undefined` without
 * tabs. Expressive Code counts a tab as one column. The browser counts its tab stops from the indent,
 * so that it must be a whole number of tabs, or else the first tab of the line is cut short.
 */
export function wrapIndent(text: string, hanging = 0): string | undefined {
  const tabs = /^\t*/.exec(text)![0].length;
  return tabs === 0 ? undefined : `calc(${tabs + Math.ceil(hanging / 4)} * var(--esc-tab) * 1ch)`;
}
