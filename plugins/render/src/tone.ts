import type { Element } from 'hast';
import { s } from 'hastscript';
import { verdictWords, type Verdict } from '@escapement/facts';

/** What a mark says: the verdict of a site, or that the line does not compile. */
export type Tone = Verdict | 'error';

/** Tones from the one that a reader must see first to the one that can wait. */
export const tones: readonly Tone[] = [
  'error',
  'heap',
  'grows',
  'bounded',
  'unproven',
  'caller',
  'static',
  'stack',
];

/** The words for a tone, as they stand in notes, labels and tables. */
export function wordsOf(tone: Tone): string {
  return tone === 'error' ? 'error' : verdictWords[tone];
}

/**
 * A tone's shape, so that colour is never the only difference. Drawn, not a character: glyphs such as ▲
 * differ in size and weight from font to font. Hidden from assistive technology, which gets the words.
 */
export function renderShape(tone: Tone): Element {
  return draw(shapes[tone]);
}

/** The tick of what was checked or confirmed. */
export function renderTick(): Element {
  return draw('m1.3 6.6 1.2-1.3L4.9 7.6l4.9-5.4 1.3 1.2L5 10.2Z');
}

function draw(path: string): Element {
  return s(
    'svg',
    { className: ['esc-shape'], viewBox: '0 0 12 12', width: 12, height: 12, ariaHidden: 'true' },
    s('path', { d: path }),
  );
}

/** Outlines on a 12 × 12 grid; overlapping contours cut holes (`fill-rule: evenodd` in the stylesheet). */
const shapes: Record<Tone, string> = {
  // A triangle: the value leaves upwards.
  heap: 'M6 1 11.5 11H.5Z',
  // A hollow square: a slot in the frame.
  stack: 'M1.5 1.5h9v9h-9ZM3 3v6h6V3Z',
  // A square, half filled: in the frame up to a mark.
  bounded: 'M1.5 1.5h9v9h-9ZM3 3v3h6V3Z',
  // Steps upwards.
  grows: 'M1 11V8h3.3V5h3.4V2H11v9Z',
  // An arrow that leaves.
  caller: 'M1 4.75h5V2l5 4-5 4V7.25H1Z',
  // A ring with a bar: nothing is allocated.
  static:
    'M6 .75a5.25 5.25 0 1 1 0 10.5 5.25 5.25 0 0 1 0-10.5ZM6 2.25a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 0 0 0-7.5ZM3.5 5.25h5v1.5h-5Z',
  // A question mark.
  unproven: 'M3 4.2A3 3 0 0 1 6 1.2a3 3 0 0 1 1 5.8v1H5.2V5.8H6a1.4 1.4 0 1 0-1.4-1.6ZM5.2 9h1.7v1.8H5.2Z',
  // A cross.
  error: 'm2.6 1.2 3.4 3.4 3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 1.2 2.6Z',
};
