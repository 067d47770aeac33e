import { diffSign, type DiffLine } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';

/**
 * A comparison of two texts, one line below the other. What is removed or added is told by a sign, by
 * the element (`del`, `ins`) and by colour; changed words are underlined as well. Of long unchanged parts
 * the middle is left out, and it is said how much.
 */
export function renderDiff(lines: DiffLine[]): Element {
  return h('pre', { className: ['esc-diff'] }, fold(lines).map(renderPart));
}

/** Unchanged lines that are kept before and behind a change. */
const CONTEXT = 3;

function fold(lines: DiffLine[]): (DiffLine | { hidden: number })[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => diffSign(line) !== ' '),
  );
  const folded: (DiffLine | { hidden: number })[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = near.indexOf(true, at);
    const hidden = (end < 0 ? lines.length : end) - at;
    // To leave out one or two lines would save no room.
    if (near[at] || hidden < 3) folded.push(lines[at]!);
    else {
      folded.push({ hidden });
      at += hidden - 1;
    }
  }
  return folded;
}

function renderPart(line: DiffLine | { hidden: number }): Element {
  if ('hidden' in line)
    return h('span', { className: ['esc-hidden'] }, `${line.hidden} lines are the same\n`);
  const sign = diffSign(line);
  const words = line.parts.map(({ text, changed }) => (changed ? h('mark', text) : text));
  return h(
    ELEMENTS[sign],
    { className: ['esc-row'] },
    h('span', { className: ['esc-plus'] }, SIGNS[sign]),
    words,
    '\n',
  );
}

const ELEMENTS = { '-': 'del', '+': 'ins', ' ': 'span' } as const;
const SIGNS = { '-': '−', '+': '+', ' ': ' ' } as const;
