import type { Element, Text } from 'hast';
import { h } from 'hastscript';

/** A sentence of the facts, in which code stands in backticks, as text and `code` elements. */
export function renderProse(text: string): (Element | Text)[] {
  return text
    .split(/`([^`]+)`/)
    .map((value, i): Element | Text => (i % 2 === 1 ? h('code', value) : { type: 'text', value }))
    .filter((node) => node.type === 'element' || node.value !== '');
}
