import type { Element } from '@expressive-code/core/hast';
import { h } from '@expressive-code/core/hast';
import { renderSign, strongest } from '@escapement/render';
import type { MarkedLine } from './spans.ts';

/** The gutter of a line: the sign of its strongest mark, and a tick where a claim was confirmed. */
export function renderGutter(line?: MarkedLine): Element {
  const tone = line && strongest(line.marks);
  return h('div', { className: ['esc-gutter'] }, tone ? renderSign(tone) : []);
}
