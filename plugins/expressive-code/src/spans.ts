import type { BlockFacts, Span } from '@escapement/facts';
import { marksOf, spanId, type Mark } from '@escapement/render';

/** A stretch of one line that becomes an element: an expression with notes, or a step's target. */
export interface MarkedSpan {
  id: string;
  /** 0-based UTF-16 columns, inside the line, never empty. */
  start: number;
  end: number;
  /** The marks on exactly this stretch; none where only a step points at it. */
  marks: Mark[];
  /** The marks whose references stand behind this stretch. */
  references: Mark[];
}

/** What is shown on a line. */
export interface MarkedLine {
  marks: Mark[];
  spans: MarkedSpan[];
  /** A claim about this line was confirmed. */
  claimed: boolean;
}

/**
 * The marks of a block by 0-based line, for lines that have something to show. `text` gives the line's
 * text: spans are cut to it, and a mark for a whole line gets the stretch from its first to its last
 * visible character. Spans come shortest first, so that inner elements are made before outer ones.
 */
export function markLines(block: BlockFacts, text: readonly string[]): Map<number, MarkedLine> {
  const lines = new Map<number, MarkedLine>();
  const lineAt = (index: number): MarkedLine | undefined => {
    if (text[index] === undefined) return undefined;
    const line = lines.get(index) ?? { marks: [], spans: [], claimed: false };
    lines.set(index, line);
    return line;
  };
  const spanAt = (span: Span): MarkedSpan | undefined => {
    const spans = lineAt(span.line - 1)?.spans;
    const place = cut(span, text[span.line - 1] ?? '');
    if (!spans || !place) return undefined;
    const known = spans.find(({ start, end }) => start === place.start && end === place.end);
    if (known) return known;
    const made = { id: spanId(block.id, span), ...place, marks: [], references: [] };
    spans.push(made);
    return made;
  };

  for (const mark of marksOf(block)) {
    lineAt(mark.line - 1)?.marks.push(mark);
    spanAt(mark.span ?? wholeLine(mark.line, text))?.marks.push(mark);
  }
  for (const { steps } of block.sites) for (const { span } of steps) if (span) spanAt(span);
  for (const claim of block.claims) {
    const line = lineAt(claim - 1);
    if (line) line.claimed = true;
  }
  for (const { spans } of lines.values()) {
    spans.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
    placeReferences(spans);
  }
  return lines;
}

/**
 * References take no room in the line, so two that begin within two columns of each other would lie on
 * top of each other: they are put together behind the last of their expressions.
 */
function placeReferences(spans: MarkedSpan[]): void {
  const marked = spans.filter(({ marks }) => marks.length > 0).sort((a, b) => a.end - b.end);
  marked.forEach((span, i) => {
    const next = marked[i + 1];
    const own = [...span.references, ...span.marks].sort((a, b) => a.number - b.number);
    const crowded = next !== undefined && next.end - span.end <= 2 * own.length;
    span.references = crowded ? [] : own;
    if (crowded) next.references = own;
  });
}

function wholeLine(line: number, text: readonly string[]): Span {
  const source = text[line - 1] ?? '';
  return { line, start: source.search(/\S|$/), end: source.trimEnd().length };
}

function cut(span: Span, text: string): { start: number; end: number } | undefined {
  const start = Math.max(0, span.start);
  const end = Math.min(text.length, Math.max(span.end, start + 1));
  return start < end ? { start, end } : undefined;
}
