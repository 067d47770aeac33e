/** A replacement within one line of a file: 1-based line, 0-based UTF-16 columns, the end exclusive. */
export interface Edit {
  path: string;
  line: number;
  start: number;
  end: number;
  text: string;
}

/** The text with its edits, each once; all else stays as it is, ends of lines too. */
export function applyEdits(text: string, edits: Edit[]): string {
  const unique = new Map(edits.map((edit) => [`${edit.line}:${edit.start}`, edit]));
  const lines = text.split('\n');
  for (const { line, start, end, text: put } of [...unique.values()].toSorted((a, b) => b.start - a.start)) {
    const old = lines[line - 1]!;
    lines[line - 1] = old.slice(0, start) + put + old.slice(end);
  }
  return lines.join('\n');
}
