import type { Verdict } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderShape, wordsOf } from './tone.ts';

/** A verdict for a table: its shape and its words, in its colour. */
export function renderVerdict(verdict: Verdict): Element {
  return h(
    'span',
    { className: ['esc-verdict'], dataTone: verdict },
    renderShape(verdict),
    ' ',
    wordsOf(verdict),
  );
}
