import type { Site } from '../block.ts';
import { code } from '../go/imports.ts';
import { scan } from '../go/scan.ts';
import { findSites } from '../sites/find.ts';
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
 * compiler names it, or as it stands in the code. Of a name that several sites have, all must be so. A
 * variable of which the compiler says nothing stays in its frame.
 */
export function stateOf({ subject, word, not }: State, witness: Source): Told | ExpectError {
  const told = word === 'inlined' ? inlined(subject, witness) : state(subject, word, witness);
  if (told) return 'reason' in told ? told : { ...told, holds: told.holds !== not };
  const { source } = witness;
  const names = code(scan(source)).flatMap(({ kind, text }) => (kind === 'ident' ? text : []));
  return {
    reason: `Unexpected name \`${subject}\`: the example has no such variable, call or expression`,
    expected: [...new Set(names)],
  };
}

function state(subject: string, word: StateWord, { file, source, facts }: Source): Told | undefined {
  const { diagnostics, codegen } = facts.compile;
  const lines = source.split('\n');
  const sites = findSites(diagnostics, file, source, (line) => line, codegen).filter((site) => {
    const { line, start, end } = site.span;
    const wanted = plain(subject);
    return plain(site.subject) === wanted || plain(lines[line - 1]!.slice(start, end)) === wanted;
  });
  if (sites.length === 0) {
    if (!mentions(source, subject)) return undefined;
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

function inlined(subject: string, { file, source, facts }: Source): Told | undefined {
  const calls = facts.compile.diagnostics.filter(
    (diagnostic) =>
      diagnostic.kind === 'inlines' && diagnostic.pos?.file === file && diagnostic.subject === subject,
  );
  if (calls.length === 0 && !mentions(source, subject)) return undefined;
  const lines = calls.map(({ pos }) => pos!.line);
  return {
    holds: calls.length > 0,
    found: [`${subject} is ${calls.length > 0 ? 'inlined' : 'not inlined'}`],
    lines,
  };
}

/** The same expression however it is spaced; `…` stands for the compiler's `...`. */
function plain(text: string): string {
  return text.replaceAll('…', '...').replaceAll(/\s+/g, '');
}

function mentions(source: string, subject: string): boolean {
  const tokens = code(scan(source)).map(({ text }) => text);
  const wanted = code(scan(subject)).map(({ text }) => text);
  return tokens.some((_, at) => wanted.every((text, i) => tokens[at + i] === text));
}
