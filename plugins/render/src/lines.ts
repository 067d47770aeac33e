import { spanId, type BlockFacts, type Span } from '@escapement/facts';
import { changesOf, type Change } from './versions/changes.ts';
import { layersOf } from './layers.ts';
import { marksOf, type Mark } from './marks.ts';
import { viewsOf } from './views/all.ts';
import type { LineLabel, ViewId } from './views/types.ts';

/** A stretch of one line that becomes an element: an expression with notes, or what a note leads to. */
export interface MarkedSpan {
  id: string;
  /** That of its version, where the block has several. */
  layer?: number;
  /** 0-based UTF-16 columns, inside the line, never empty. */
  start: number;
  end: number;
  /** The marks on exactly this stretch; none where a note only points at it. */
  marks: Mark[];
}

/** What is shown on a line. */
export interface MarkedLine {
  marks: Mark[];
  /** Shortest first, so that inner elements are made before those around them. */
  spans: MarkedSpan[];
  /** A claim about this line was confirmed. */
  claimed: boolean;
  /** What the views other than that of the escapes show. */
  labels: (LineLabel & { view: ViewId })[];
  /** What the versions of the block say differently of a site here. */
  changes: Change[];
}

/**
 * What a block shows on its lines, by 0-based line, for lines that show anything. Facts that do not fit
 * the text (beyond its last line, or its line's end) are cut to it or left out: a mark must never break
 * a page.
 *
 * @param text the shown lines
 */
export function markLines(block: BlockFacts, text: readonly string[]): Map<number, MarkedLine> {
  const lines = new Map<number, MarkedLine>();
  for (const mark of marksOf(block)) {
    const line = lineAt(lines, text, mark.line);
    if (!line) continue;
    line.marks.push(mark);
    spanAt(line, text[mark.line - 1]!, mark)?.marks.push(mark);
  }
  for (const { id, layer, sites } of layersOf(block)) {
    const targets: { span?: Span }[] = sites.flatMap(({ steps, inlined = {} }) => [...steps, inlined]);
    for (const { span } of targets) {
      const line = span && lineAt(lines, text, span.line);
      if (span && line) spanAt(line, text[span.line - 1]!, { block: id, layer, line: span.line, span });
    }
  }
  for (const claim of block.claims) {
    const line = lineAt(lines, text, claim);
    if (line) line.claimed = true;
  }
  for (const change of changesOf(block)) lineAt(lines, text, change.line)?.changes.push(change);
  for (const { id, labels } of viewsOf(block)) {
    for (const label of labels) lineAt(lines, text, label.line)?.labels.push({ ...label, view: id });
  }
  for (const { spans } of lines.values()) {
    spans.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  }
  return lines;
}

function lineAt(
  lines: Map<number, MarkedLine>,
  text: readonly string[],
  number: number,
): MarkedLine | undefined {
  if (text[number - 1] === undefined) return undefined;
  const line = lines.get(number - 1) ?? { marks: [], spans: [], claimed: false, labels: [], changes: [] };
  lines.set(number - 1, line);
  return line;
}

/** The stretch of a mark or step on its line, made when it is the first there; equal ones are one. */
function spanAt(
  { spans }: MarkedLine,
  text: string,
  place: Pick<Mark, 'block' | 'layer' | 'line' | 'span'>,
): MarkedSpan | undefined {
  const span = cut(place.span ?? visible(place.line, text), text);
  if (!span) return undefined;
  const known = spans.find(
    ({ layer, start, end }) => layer === place.layer && start === span.start && end === span.end,
  );
  if (known) return known;
  const made = {
    // As given, not as cut: a step of a chain that leads here knows it so.
    id: spanId(place.block, place.span ?? span),
    ...(place.layer !== undefined && { layer: place.layer }),
    start: span.start,
    end: span.end,
    marks: [],
  };
  spans.push(made);
  return made;
}

/** From the first to the last visible character. */
function visible(line: number, text: string): Span {
  return { line, start: text.search(/\S|$/), end: text.trimEnd().length };
}

/** A place without extent, as the compiler gives for errors, gets the word that begins there. */
function cut({ line, start, end }: Span, text: string): Span | undefined {
  const from = Math.max(0, start);
  const word = /^(?:[\p{L}\p{N}_]+|"[^"]*"|`[^`]*`|.)/u.exec(text.slice(from))?.[0].length ?? 0;
  const to = Math.min(text.length, end > from ? end : from + word);
  return from < to ? { line, start: from, end: to } : undefined;
}
