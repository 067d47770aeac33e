/** A token of a Go file. Columns are 0-based UTF-16 units; a token ends on the line where it began unless it is a raw string or a block comment. */
export interface Token {
  kind: 'ident' | 'keyword' | 'number' | 'string' | 'comment' | 'operator';
  text: string;
  /** Offset of the first unit in the source. */
  offset: number;
  /** 1-based. */
  line: number;
  /** 0-based. */
  column: number;
}

/**
 * Splits Go source into tokens (Go specification, "Lexical elements"). It never fails: a unit that
 * starts no token comes back as an operator, an unclosed string ends with its line, so that broken
 * examples can still be placed and explained.
 */
export function scan(source: string): Token[] {
  return [...scanTokens(source)];
}

/** The same one by one, for who needs only the beginning of a file. */
export function* scanTokens(source: string): Generator<Token, void, undefined> {
  let line = 1;
  let lineStart = 0;
  for (const match of source.matchAll(TOKEN)) {
    const text = match[0];
    const kind = kindOf(match);
    const offset = match.index;
    if (kind) yield { kind, text, offset, line, column: offset - lineStart };
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
  }
}

/** True for a name that other packages can see (Go specification, "Exported identifiers"). */
export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

// White space, comment, string, identifier or keyword, number, operator.
const TOKEN = new RegExp(
  [
    '(\\s+)',
    '(//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$))',
    '("(?:\\\\.|[^"\\\\\\n])*"?|`[^`]*`?|\'(?:\\\\.|[^\'\\\\\\n])*\'?)',
    '([\\p{L}_][\\p{L}\\p{Nd}_]*)',
    '((?:\\d|\\.\\d)(?:[eEpP][+-]|[\\w.])*)',
    '(<<=|>>=|&\\^=|\\.\\.\\.|&&|\\|\\||<-|\\+\\+|--|[=!<>:+*/%&|^-]=|<<|>>|&\\^|[\\s\\S])',
  ].join('|'),
  'gu',
);

const KEYWORDS = new Set(
  (
    'break case chan const continue default defer else fallthrough for func go goto if import ' +
    'interface map package range return select struct switch type var'
  ).split(' '),
);

/** The groups of TOKEN by number: with names, an object is made for each token, at twice the time. */
function kindOf([, space, comment, string, ident, number]: RegExpMatchArray): Token['kind'] | undefined {
  if (space !== undefined) return undefined;
  if (comment !== undefined) return 'comment';
  if (string !== undefined) return 'string';
  if (ident !== undefined) return KEYWORDS.has(ident) ? 'keyword' : 'ident';
  return number !== undefined ? 'number' : 'operator';
}
