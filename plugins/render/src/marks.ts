import type { BlockFacts, PartKind, ShownProblem, Span } from '@escapement/facts';
import { layersOf, type Layer } from './layers.ts';
import { tones, wordsOf, type Tone } from './tone.ts';

/** One place in the shown code that has a note. */
export interface Mark {
  /** What the ids of its note and reference begin with. */
  block: string;
  /** That of its version, where the block has several. */
  layer?: number;
  kind: PartKind;
  number: number;
  tone: Tone;
  /** Absent where only the line is known, empty where only its beginning is. */
  span?: Span;
  line: number;
  /** What assistive technology says for the reference: "Note 1: p, heap". */
  label: string;
}

/**
 * All places of a block that have a note, in the order of the notes: allocation sites, then compile
 * errors, then problems. Problems without a line have a note but no place, so they are not among them.
 */
export function marksOf(block: BlockFacts): Mark[] {
  const sites = layersOf(block).flatMap(marksOfLayer);
  const base = block.versions ? { layer: 0 } : {};
  return [
    ...sites,
    ...errorsOf(block)
      .flatMap(markOfError)
      .map((mark) => ({ ...mark, ...base, block: block.id })),
  ];
}

function marksOfLayer({ id, layer, sites, failed }: Layer): Mark[] {
  const base = { block: id, ...(layer !== undefined && { layer }) };
  const errors = (failed?.errors ?? []).flatMap(markOfError).map((mark) => ({ ...mark, ...base }));
  const marks = sites.map(({ number, verdict, span, subject }): Mark => ({
    ...base,
    kind: 'n',
    number,
    tone: verdict,
    span,
    line: span.line,
    label: `Note ${number}: ${subject}, ${wordsOf(verdict)}`,
  }));
  return [...marks, ...errors];
}

/** What is wrong with a block, expected or not, in the order in which it is numbered. */
export function errorsOf(block: BlockFacts): ShownProblem[] {
  return [...block.errors, ...block.problems];
}

/** The tone that a line with these marks shows; `undefined` without marks. */
export function strongest(marks: readonly { tone: Tone }[]): Tone | undefined {
  return tones.find((tone) => marks.some((mark) => mark.tone === tone));
}

function markOfError({ line, column, message }: ShownProblem, index: number): Omit<Mark, 'block'>[] {
  if (line === undefined) return [];
  const number = index + 1;
  const label = `Error ${number}: ${message.split('\n', 1)[0]}`;
  const span = column === undefined ? {} : { span: { line, start: column, end: column } };
  return [{ kind: 'e', number, tone: 'error', line, label, ...span }];
}
