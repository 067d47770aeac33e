import type { Point, Problem } from '@escapement/facts';
import type { Code } from 'mdast';

/**
 * What is wrong with a fence before its words are read: a slip that would turn the checks off unseen (another spelling
 * of the language), or make the rest of the page part of the code.
 *
 * @param place the opening line of the fence
 */
export function fenceSlip(
  { lang, meta, value, position }: Code,
  page: string,
  place: Point,
  lines: string[],
): Problem | undefined {
  const right = lang ? rightLanguage(lang) : undefined;
  const opening = lines[place.line - 1] ?? '';
  if (lang && right) {
    const column = opening.indexOf(lang, place.column) + 1;
    const start = { line: place.line, column };
    return {
      rule: 'fence-language',
      path: page,
      start,
      end: { line: place.line, column: column + lang.length },
      reason: `Unexpected language \`${lang}\`: it would not be checked, did you mean \`${right}\`?`,
      expected: [right],
      actual: lang,
    };
  }
  if (lang !== 'go') return undefined;
  const marks = /^(`{3,}|~{3,})/.exec(opening.slice(place.column - 1))?.[1];
  if (marks && !isClosed(marks, lines[(position?.end.line ?? 1) - 1] ?? '', place, position?.end.line))
    return {
      rule: 'fence-unclosed',
      path: page,
      start: place,
      end: { line: place.line, column: place.column + marks.length },
      reason: 'Unexpected end of the code: the fence is not closed',
      note: `Close it with ${marks} on a line of its own; in a list, below the text of the item.`,
    };
  if (value.trim() !== '' || /\b(?:file=|ignore\b)/.test(meta ?? '')) return undefined;
  return {
    rule: 'fence-empty',
    path: page,
    start: place,
    reason: 'Unexpected fence without code',
    note: 'To show a file of the project, write: file=PATH',
  };
}

/** `golang`, `Go`, `.go`, `go{1}`, `go,run`: how the language should have been written; undefined for any other. */
function rightLanguage(lang: string): string | undefined {
  if (lang === 'go') return undefined;
  if (/^(?:\.?go|golang)$/i.test(lang)) return 'go';
  const [, words] = /^go(?:lang)?([{,:;=([].*)$/i.exec(lang) ?? [];
  if (words === undefined) return undefined;
  return `go ${words.replace(/^[,:;=]\s*/, '')}`.trim();
}

function isClosed(marks: string, last: string, place: Point, line: number | undefined): boolean {
  if (line === place.line) return false;
  const closing = /(`{3,}|~{3,})\s*$/.exec(last)?.[1];
  return closing !== undefined && closing[0] === marks[0] && closing.length >= marks.length;
}
