import { markId, type PartKind } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';

/** The number of a note, which leads back to its line in the code. */
export function renderNumber(block: string, kind: PartKind, number: number, line: number): Element {
  return h(
    'a',
    {
      className: ['esc-number'],
      href: `#${markId(block, kind, number)}`,
      role: 'doc-backlink',
      ariaLabel: `${number}, back to line ${line}`,
    },
    String(number),
  );
}
