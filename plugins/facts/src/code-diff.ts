import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a line, and whether the other side has it too. */
export interface DiffPart {
  text: string;
  changed: boolean;
}

/** One line of a comparison; `before` and `after` are its 1-based numbers on the sides that have it. */
export interface DiffLine {
  before?: number;
  after?: number;
  parts: DiffPart[];
}

/**
 * Compares two texts line by line. Where lines were replaced, those that have most of their words in common
 * are compared word by word; in the others emphasis would mark nearly everything, and so say nothing.
 */
export function diffCode(before: string, after: string): DiffLine[] {
  const at = { before: 0, after: 0 };
  const changes = diffLines(ended(before), ended(after)).map(({ value, added, removed }) => ({
    texts: value.replace(/\n$/, '').split('\n'),
    added,
    removed,
  }));
  return changes.flatMap(({ texts, added, removed }, index): DiffLine[] => {
    if (removed) {
      const others = changes[index + 1]?.added ? changes[index + 1]!.texts : [];
      const parts = emphasize(texts, others);
      return texts.map((text) => ({ before: ++at.before, parts: parts.get(text) ?? plain(text) }));
    }
    if (added) {
      const others = changes[index - 1]?.removed ? changes[index - 1]!.texts : [];
      const parts = emphasize(texts, others);
      return texts.map((text) => ({ after: ++at.after, parts: parts.get(text) ?? plain(text) }));
    }
    return texts.map((text) => ({ before: ++at.before, after: ++at.after, parts: plain(text) }));
  });
}

/** The comparison as text, as `diff` prints it, without context left out. */
export function printDiff(lines: DiffLine[]): string {
  return lines.map((line) => diffSign(line) + line.parts.map(({ text }) => text).join('')).join('\n');
}

/** `-`, `+` or a space. */
export function diffSign({ before, after }: DiffLine): '-' | '+' | ' ' {
  if (after === undefined) return '-';
  return before === undefined ? '+' : ' ';
}

function ended(text: string): string {
  return `${text.replace(/\n+$/, '')}\n`;
}

function plain(text: string): DiffPart[] {
  return [{ text, changed: false }];
}

/** What is different in each of some lines, against the most alike of the others. */
function emphasize(lines: string[], others: string[]): Map<string, DiffPart[]> {
  return new Map(
    lines.flatMap((line) => {
      const compared = others.map((other) => compareWords(line, other));
      const best = compared.toSorted((a, b) => b.alike - a.alike)[0];
      return best && best.alike >= ALIKE ? [[line, best.parts] as const] : [];
    }),
  );
}

/** A line with the stretches that the other has not, and how much of the longer one both have, from 0 to 1. */
function compareWords(line: string, other: string): { parts: DiffPart[]; alike: number } {
  const changes = diffWordsWithSpace(line, other);
  const common = changes.filter(({ added, removed }) => !added && !removed);
  const length = Math.max(line.trim().length, other.trim().length) || 1;
  return {
    parts: changes
      .filter(({ added }) => !added)
      .map(({ value, removed }) => ({ text: value, changed: removed })),
    alike: common.reduce((sum, { value }) => sum + value.trim().length, 0) / length,
  };
}

const ALIKE = 0.5;
