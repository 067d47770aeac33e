import { parse, parseExpression, type ParserOptions } from '@babel/parser';
import type { Node, ObjectExpression, Program } from '@babel/types';
import { MagicString } from 'magic-string';

/** A file with its syntax tree, and the edits that were made so far. */
export interface Source {
  /** From the project's folder. */
  path: string;
  text: string;
  program: Program;
  edits: MagicString;
  /** Arrays and objects that something was added to. */
  grown: Set<Node>;
}

/**
 * Reads a module of JavaScript or TypeScript.
 *
 * @throws with the place of what can't be read
 */
export function readModule(path: string, text: string): Source {
  const { program } = within(path, () => parse(text, OPTIONS));
  return { path, text, program, edits: new MagicString(text), grown: new Set() };
}

/**
 * Reads a file of JSON, which has to hold an object.
 *
 * @throws with the place of what can't be read
 */
export function readJson(path: string, text: string): Source & { object: ObjectExpression } {
  const object = within(path, () => parseExpression(text));
  if (object.type !== 'ObjectExpression') throw refusal(path, object, 'Unexpected value, expected an object');
  within(path, () => JSON.parse(text));
  const program = { type: 'Program', body: [] as Program['body'] } as Program;
  return { path, text, program, object, edits: new MagicString(text), grown: new Set() };
}

/** Why a project can't be changed, and the place that is the reason. */
export function refusal(path: string, at: Node | undefined, reason: string): Error {
  const { line, column } = at?.loc?.start ?? { line: 1, column: 0 };
  return new Error(`${path}:${line}:${column + 1}: ${reason}`);
}

const OPTIONS: ParserOptions = {
  sourceType: 'module',
  plugins: ['typescript'],
  // Keeps what is written in parentheses within its node, so that nothing is put in front of a closing one.
  createParenthesizedExpressions: true,
};

function within<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = placeOf(error);
    const reason = error.message.replace(/ (at position \d+ )?\([\w :]+\)$/, '');
    throw new Error(`${path}:${line}:${column}: Unexpected syntax: ${reason}`, { cause: error });
  }
}

/** Babel tells the place, with columns from 0; JSON puts it in words, from 1. */
function placeOf(error: SyntaxError & { loc?: { line: number; column: number } }) {
  if (error.loc) return { line: error.loc.line, column: error.loc.column + 1 };
  const [, line = 1, column = 1] = /\(line (\d+) column (\d+)\)/.exec(error.message) ?? [];
  return { line: Number(line), column: Number(column) };
}
