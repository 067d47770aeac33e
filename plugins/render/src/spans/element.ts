import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { MarkedSpan } from '../lines.ts';
import { strongest } from '../marks.ts';
import { renderReferences } from '../reference.ts';

/**
 * The element of a stretch of code, and behind it the references to its notes. A stretch that another one
 * crosses comes in several parts: the first then has the id, the last the references.
 *
 * @param code what stands in this part
 */
export function renderSpan(
  { id, layer, marks }: MarkedSpan,
  code: ElementContent[],
  { first, last, part }: SpanPart = { first: true, last: true },
): ElementContent[] {
  const tone = strongest(marks);
  const className = [tone ? 'esc-mark' : 'esc-span'];
  const element = h(
    'span',
    { className, id: first ? id : undefined, dataTone: tone, dataLayer: layer, dataPart: part },
    code,
  );
  return last && marks.length > 0 ? [element, renderReferences(marks)] : [element];
}

/** Where a part stands among those of its stretch. */
export interface SpanPart {
  first: boolean;
  last: boolean;
  /** A number by which the stylesheet knows which parts are one, where there are several. */
  part?: number;
}
