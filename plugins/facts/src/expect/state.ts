import type { Site } from '../block.ts';
import { declaredIn } from '../go/functions.ts';
import { code } from '../go/imports.ts';
import { scan, type Token } from '../go/scan.ts';
import { findSites } from '../sites/find.ts';
import { witnessesOf } from '../sites/witnesses.ts';
import { verdictWords } from '../verdict.ts';
import type { Source } from './measure.ts';
import type { Condition, ExpectError, StateWord } from './types.ts';

type State = Extract<Condition, { kind: 'state' }>;

/** What stateOf tells; see `Outcome`. */
interface Told {
  holds: boolean;
  found: string[];
  lines: number[];
}

/**
 * Whether a variable, an expression or a call is what it is said to be. The subject is named as the
 * compiler names it, or as it stands in the code. Of a name that several sites have, all must be so; a
 * condition that names a function is about the sites in it. A variable of which the compiler says nothing
 * stays in its frame.
 */
export function stateOf({ subject, func, word, not }: State, witness: Source): Told | ExpectError {
  const tokens = code(scan(witness.source));
  const functions = declaredIn(tokens);
  const around = functions.find(({ name }) => name === func);
  if (func !== undefined && !around)
    return {
      reason: `Unexpected function \`${func}\`: the example has no such function`,
      expected: functions.map(({ name }) => name),
    };
  const [from, to] = around?.lines ?? [1, Infinity];
  const place: Place = {
    holds: (line) => from <= line && line <= to,
    tokens: tokens.filter(({ line }) => from <= line && line <= to),
  };
  const told = word === 'inlined' ? inlined(subject, witness, place) : state(subject, word, witness, place);
  if (told) return { ...told, holds: told.holds !== not };
  if (word !== 'inlined' && mentions(place.tokens, subject))
    return {
      reason: `Unexpected expression \`${subject}\`: the compiler says nothing of it`,
      expected: ['a variable, or an expression that has a mark'],
    };
  const names = place.tokens.flatMap(({ kind, text }) => (kind === 'ident' ? text : []));
  const where = func === undefined ? 'the example' : `\`${func}\``;
  return {
    reason: `Unexpected name \`${subject}\`: ${where} has no such variable, call or expression`,
    expected: [...new Set(names)],
  };
}

/** The part of a file that is asked about. */
interface Place {
  holds: (line: number) => boolean;
  tokens: Token[];
}

function state(
  subject: string,
  word: StateWord,
  { file, source, facts }: Source,
  { holds, tokens }: Place,
): Told | undefined {
  const { diagnostics } = facts.compile;
  const lines = source.split('\n');
  const wanted = plain(subject);
  const sites = findSites(diagnostics, file, source, (line) => line, witnessesOf(facts)).filter((site) => {
    const { line, start, end } = site.span;
    if (!holds(line)) return false;
    return plain(site.subject) === wanted || plain(lines[line - 1]!.slice(start, end)) === wanted;
  });
  if (sites.length === 0) {
    if (!isVariable(tokens, subject)) return undefined;
    return { holds: word === 'stack', found: [`${subject} stays on the stack`], lines: [] };
  }
  const found = [...new Set(sites.map(({ verdict }) => verdictWords[verdict]))].join(' and ');
  return {
    holds: sites.every((site) => is(site, word)),
    found: [`${subject}: ${found}`],
    lines: sites.map(({ span }) => span.line),
  };
}

function is({ verdict, reason }: Site, word: StateWord): boolean {
  switch (word) {
    case 'leaks':
      return verdict === 'caller';
    case 'heap':
      // An `append` that escapes has its backing store on the heap from the first element on.
      return verdict === 'heap' || (verdict === 'grows' && reason !== undefined);
    default:
      return verdict === word;
  }
}

function inlined(subject: string, { file, facts }: Source, { holds, tokens }: Place): Told | undefined {
  const calls = facts.compile.diagnostics.filter(
    ({ kind, pos, subject: callee }) =>
      kind === 'inlines' && pos?.file === file && holds(pos.line) && callee === subject,
  );
  if (calls.length === 0 && !mentions(tokens, subject)) return undefined;
  return {
    holds: calls.length > 0,
    found: [`${subject} is ${calls.length > 0 ? 'inlined' : 'not inlined'}`],
    lines: calls.map(({ pos }) => pos!.line),
  };
}

/** The same expression however it is spaced; `…` stands for the compiler's `...`. */
function plain(text: string): string {
  return text.replaceAll('…', '...').replaceAll(/\s+/g, '');
}

/**
 * Whether a name stands for more than what is called. Only of a variable does silence say anything: of a call
 * that is not inlined, whatever it allocates is told where the function is.
 */
function isVariable(tokens: Token[], subject: string): boolean {
  return tokens.some(
    ({ kind, text }, at) => kind === 'ident' && text === subject && tokens[at + 1]?.text !== '(',
  );
}

function mentions(tokens: Token[], subject: string): boolean {
  const wanted = code(scan(subject)).map(({ text }) => text);
  return tokens.some((_, at) => wanted.every((text, i) => tokens[at + i]?.text === text));
}
