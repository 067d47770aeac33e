import type { Point, Stripped } from '@escapement/facts';
import type { Code } from 'mdast';
import type { Meta } from './meta.ts';

/**
 * Where the text of a compiled file comes from. `columns[i]` is how many UTF-16 units stand before
 * the Go code on the author's line `line + i` (list indentation, quote markers).
 */
export interface Origin {
  path: string;
  /** The author's line of the first line of the author's text. */
  line: number;
  columns: number[];
  /** Lines that were put in front of the author's text: file line − offset = author's text line. */
  offset: number;
}

/** One verified Go block of a page. */
export interface Example {
  /** The author's `id`, or `x1`, `x2`, … by order on the page. */
  id: string;
  /** The page, relative to the root. */
  page: string;
  node: Code;
  meta: Meta;
  /** What is left of the meta for the highlighter. */
  rest: string;
  /** 1-based line and column of the fence. */
  place: Point;
  /** Where each of its words stands. */
  words: Map<string, { start: Point; end: Point }>;
  /** Id of the unit that it is compiled in. */
  unit: string;
  /** Its file in that unit. */
  file: string;
  /** That file, as it is compiled. */
  source: string;
  origin: Origin;
  /** What the reader sees; `lines` are line numbers of the compiled file. */
  shown: Stripped;
  /** Set for a quoted file: its path from the root. */
  quotes?: string;
}
