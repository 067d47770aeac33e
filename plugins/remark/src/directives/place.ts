import type { Point, Problem } from '@escapement/facts';
import type { Directives } from 'mdast-util-directive';

/**
 * The place of a word in a directive, or the beginning of the directive where it has no such word.
 *
 * @param text the page
 * @param word as its author wrote it: a name, an attribute, a value
 */
export function placeInDirective(
  { position }: Pick<Directives, 'position'>,
  text: string,
  word: string | undefined,
): Pick<Problem, 'start' | 'end'> {
  if (!position) return { start: { line: 1, column: 1 } };
  const { start } = position;
  const found = word ? find(text.slice(start.offset, position.end.offset), word) : -1;
  if (found < 0) return { start: { line: start.line, column: start.column } };
  const from = pointAt(text, start.offset! + found);
  return { start: from, end: { line: from.line, column: from.column + word!.length } };
}

/** Line and column of an offset. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Among the attributes first, then in the brackets: never in the name, nor as a part of another word. */
function find(directive: string, word: string): number {
  const label = Math.max(directive.search(/[[{]/), 0);
  const braces = Math.max(directive.indexOf('{', label), label);
  const part = /^[\w/-]+$/.test(word) ? new RegExp(`(?<![\\w/-])${word}(?![\\w/-])`) : undefined;
  for (const from of [braces, label]) {
    const at = part ? directive.slice(from).search(part) : directive.slice(from).indexOf(word);
    if (at >= 0) return from + at;
  }
  return -1;
}
