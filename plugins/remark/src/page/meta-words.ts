/** Where something stands in a text: offsets. */
export interface Span {
  start: number;
  end: number;
}

/** One word behind a fence: `run`, `id=limit`, or one of the highlighter's (`{1,3}`, `"text"`), which has no key. */
export interface MetaWord extends Span {
  word: string;
  key?: string | undefined;
  value?: string | undefined;
}

/** Splits the text behind the language of a fence into words. */
export function metaWords(text: string): MetaWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    const [word] = match;
    const { key, value } = match.groups!;
    return { word, key, value, start: match.index, end: match.index + word.length };
  });
}

/** A value whose quotation mark is not closed goes on to the end of the line. */
const WORD =
  /(?<key>[A-Za-z][\w-]*)(?:=(?<value>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\{[^}]*\}|\/(?:\\.|[^/\\])+\/|["'].*|[^\s]+))?|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/(?:\\.|[^/\\])+\/|\{[^}]*\}|\S+/g;
