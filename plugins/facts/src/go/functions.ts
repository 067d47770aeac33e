import { closing } from './brackets.ts';
import { code } from './imports.ts';
import { scan, type Token } from './scan.ts';

/** A function declaration or literal, as far as brackets tell. */
export interface GoFunction {
  /** `F`, `T.M`, `(*T).M` as the compiler prints it without the package; undefined for a literal. */
  name?: string;
  /** Token indices: from `func` to the end of the result types. */
  signature: [from: number, to: number];
  /** Token index of its last token: the bracket that closes the body. */
  end: number;
  /** 1-based lines of the whole function. */
  lines: [from: number, to: number];
}

/** A function or method that a file declares. */
export type DeclaredFunction = GoFunction & Required<Pick<GoFunction, 'name'>>;

/** The functions and methods that a file declares, in order. */
export function declaredFunctions(source: string): DeclaredFunction[] {
  return declaredIn(code(scan(source)));
}

/** The same, of tokens without comments. */
export function declaredIn(tokens: Token[]): DeclaredFunction[] {
  return findFunctions(tokens).filter((func): func is DeclaredFunction => func.name !== undefined);
}

/**
 * Finds the functions of a file from its tokens (without comments), outer before inner.
 * Brackets are enough: a parameter list is a parenthesis that follows `func`, a receiver or a name.
 */
export function findFunctions(tokens: Token[]): GoFunction[] {
  const found: GoFunction[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'keyword' && token.text === 'func') found.push(readFunction(tokens, at));
  });
  return found;
}

function readFunction(tokens: Token[], start: number): GoFunction {
  let at = start + 1;
  let receiver = '';
  let name: string | undefined;
  if (tokens[at]?.text === '(' && isMethod(tokens, at)) {
    const end = closing(tokens, at);
    receiver = receiverType(tokens.slice(at + 1, end));
    at = end + 1;
  }
  if (tokens[at]?.kind === 'ident') name = tokens[at++]!.text;
  if (tokens[at]?.text === '[') at = closing(tokens, at) + 1;
  if (tokens[at]?.text === '(') at = closing(tokens, at) + 1;
  if (tokens[at]?.text === '(') at = closing(tokens, at) + 1;
  const body = bodyAfter(tokens, at, tokens[start]!.line);
  const end = body === undefined ? at - 1 : closing(tokens, body);
  return {
    ...(name && { name: receiver ? `${receiver}.${name}` : name }),
    signature: [start, (body ?? at) - 1],
    end,
    lines: [tokens[start]!.line, (tokens[end] ?? tokens[start]!).line],
  };
}

/** A method has a receiver, a name and parameters; a literal's parameters are followed by no name and `(`. */
function isMethod(tokens: Token[], open: number): boolean {
  const after = closing(tokens, open) + 1;
  return tokens[after]?.kind === 'ident' && tokens[after + 1]?.text === '(';
}

function receiverType(inside: Token[]): string {
  const star = inside.some(({ text }) => text === '*');
  const names = inside.filter(({ kind }) => kind === 'ident').map(({ text }) => text);
  const bracket = inside.findIndex(({ text }) => text === '[');
  const type = bracket > 0 ? inside[bracket - 1]!.text : (names.at(-1) ?? '');
  return star ? `(*${type})` : type;
}

/** The `{` that opens the body, passing over a result type; undefined for a declaration without one. */
function bodyAfter(tokens: Token[], from: number, line: number): number | undefined {
  for (let at = from; at < tokens.length; at++) {
    const { text, line: tokenLine } = tokens[at]!;
    if (text === '{') {
      const before = tokens[at - 1]?.text;
      if (before !== 'struct' && before !== 'interface') return at;
      at = closing(tokens, at);
    } else if (text === '(' || text === '[') at = closing(tokens, at);
    else if (text === ')' || text === ',' || text === ';' || text === '}' || text === ':=') return undefined;
    else if (tokenLine > line + 40) return undefined;
  }
  return undefined;
}
