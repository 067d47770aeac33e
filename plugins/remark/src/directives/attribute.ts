import type { Problem } from '@escapement/facts';
import type { Directives } from 'mdast-util-directive';
import { pointAt } from './place.ts';

/** Where an attribute's value stands in the page, without its quotes; of an attribute without a value, its name. */
export interface WrittenValue extends Required<Pick<Problem, 'start' | 'end'>> {
  /** What stands around the value; undefined for an attribute without a value. */
  quote: '"' | "'" | '' | undefined;
}

/**
 * Finds the value of an attribute as its author wrote it, `#id` too; undefined where it can't be found. Of one that
 * is written twice the last counts, as the parser has it.
 */
export function findValue(
  { position }: Pick<Directives, 'position'>,
  text: string,
  attribute: string,
): WrittenValue | undefined {
  const from = position?.start.offset ?? 0;
  const source = text.slice(from, position?.end.offset);
  const braces = BRACES.exec(source);
  if (!braces) return undefined;
  const pattern = new RegExp(ATTRIBUTE);
  pattern.lastIndex = braces[0].length;
  let found: WrittenValue | undefined;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const { name, id, double, single } = match.groups!;
    if ((id === undefined ? name : 'id') !== attribute) continue;
    const places = match.indices!.groups!;
    const value = places.double ?? places.single ?? places.bare ?? places.id;
    const [start, end] = value ?? places.name!;
    const quote = double === undefined ? (single === undefined ? '' : "'") : '"';
    found = {
      start: pointAt(text, from + start),
      end: pointAt(text, from + end),
      quote: value ? quote : undefined,
    };
  }
  return found;
}

/** The name and the brackets, up to the attributes. The parser's offsets leave out a byte order mark: one unit more. */
const BRACES = /^[^:]?:+[\w-]+(?:\[(?:\\.|[^\]\\])*\])?\{/;

/** The next attribute; it does not match at the brace that closes them. */
const ATTRIBUTE =
  /\s*(?:#(?<id>[^\s#.}]+)|\.[^\s#.}]+|(?<name>[A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'}]+)))?)/dy;
