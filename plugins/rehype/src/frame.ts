import type { BlockFacts } from '@escapement/facts';
import {
  blockAttributes,
  markLines,
  renderGutter,
  renderLineEnd,
  renderNotes,
  renderSpans,
  wrapIndent,
  type MarkedLine,
} from '@escapement/render';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { FoundBlock } from './find.ts';
import type { Highlighted } from './highlight.ts';

/**
 * A block of code as the reader sees it: its title, its lines with their marks, and below it the notes. The
 * text of its `code` is the code, with a line break behind each line.
 *
 * @param facts absent for a block that is not verified
 */
export function renderBlock(
  { code, language }: Pick<FoundBlock, 'code' | 'language'>,
  { style, lines }: Highlighted,
  title?: string,
  facts?: BlockFacts,
): Element {
  const text = code.split('\n');
  const marked = facts ? markLines(facts, text) : new Map<number, MarkedLine>();
  const rendered = text.map((line, at) => renderLine(line, lines[at]!, marked.get(at), marked.size > 0));
  // Without the class `language-…`, other highlighters leave it alone.
  const pre = h('pre', { className: ['esc-code'], dataLanguage: language || undefined, style }, [
    h('code', rendered),
  ]);
  return h(
    'div',
    facts ? { ...blockAttributes(facts, text.length), dataCopy: facts.copy } : { className: ['esc-block'] },
    titled(pre, title),
    facts && renderNotes(facts),
  );
}

function titled(pre: Element, title: string | undefined): Element {
  if (!title) return pre;
  return h('figure', { className: ['esc-frame'] }, h('figcaption', { className: ['esc-title'] }, title), pre);
}

function renderLine(
  text: string,
  codeOf: Highlighted['lines'][number],
  line: MarkedLine | undefined,
  gutter: boolean,
): Element {
  const indent = wrapIndent(text, HANGING);
  return h(
    'span',
    { className: ['esc-line'] },
    gutter ? renderGutter(line) : undefined,
    h(
      'span',
      { className: ['esc-source'], style: indent && `--esc-hang:${indent}` },
      renderSpans(line?.spans ?? [], text.length, codeOf),
      line ? renderLineEnd(line) : undefined,
      '\n',
    ),
  );
}

/** Columns by which the rest of a wrapped line stands further in. */
const HANGING = 4;
