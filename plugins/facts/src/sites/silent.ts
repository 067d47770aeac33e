import type { Site } from '../block.ts';
import type { AllocatorCall, Codegen } from '../codegen/types.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import { closing } from '../go/brackets.ts';
import { byteColumnFromUnits } from '../go/columns.ts';
import { findFunctions } from '../go/functions.ts';
import type { Token } from '../go/scan.ts';
import type { GoText } from '../go/span.ts';

/** An expression that is memory, of which the escape analysis says nothing. */
export interface SilentSite extends Pick<Site, 'subject' | 'sentence'> {
  /** In the file: 1-based line, 1-based column in bytes, as the compiler would give it. */
  pos: { line: number; column: number };
  verdict: 'heap' | 'static';
  /** The allocators that the code calls for it. */
  codegen: string[];
}

/**
 * The sites of a file that only the code tells of: channels, which the runtime makes on the heap and of
 * which the compiler prints nothing (Go 1.22 and later), and `var x = &T{…}` outside functions, which it
 * lays out as data (cmd/compile/internal/staticinit). Only where the source leaves no doubt.
 */
export function silentSites(
  diagnostics: Diagnostic[],
  file: string,
  text: GoText,
  codegen: Codegen | undefined,
): SilentSite[] {
  if (!codegen) return [];
  const decided = new Set(
    diagnostics.flatMap(({ pos }) => (pos?.file === file ? [`${pos.line}:${pos.column}`] : [])),
  );
  const calls = Map.groupBy(
    codegen.allocations.filter(({ pos }) => pos.file === file),
    ({ pos }) => pos.line,
  );
  return [...channels(text, calls), ...variables(text, calls)].filter(
    ({ pos }) => !decided.has(`${pos.line}:${pos.column}`),
  );
}

type Calls = Map<number, AllocatorCall[]>;

/** Where a line makes several channels, each must have a call of its own. */
function channels(text: GoText, calls: Calls): SilentSite[] {
  const { tokens } = text;
  const makes = tokens.flatMap((token, at) =>
    token.text === 'make' && tokens[at + 1]?.text === '(' && isChannel(tokens, at + 2) ? [at] : [],
  );
  const byLine = Map.groupBy(makes, (at) => tokens[at]!.line);
  return [...byLine].flatMap(([line, all]) => {
    const made = (calls.get(line) ?? []).filter(({ symbol }) => symbol.startsWith(MAKECHAN));
    const byFunction = Map.groupBy(made, ({ func }) => func);
    if (made.length === 0 || [...byFunction.values()].some((own) => own.length !== all.length)) return [];
    const named = all.map((at) => [at, textOf(text, at, closing(tokens, at + 1))] as const);
    return named.map(([at, subject]) => ({
      pos: placeOf(text, tokens[at + 1]!),
      subject,
      verdict: 'heap' as const,
      sentence: `\`${subject}\` is allocated on the heap: the runtime makes every channel there, even one that does not outlive the call.`,
      codegen: [...new Set(made.map(({ symbol }) => symbol))],
    }));
  });
}

const MAKECHAN = 'runtime.makechan';

function isChannel(tokens: Token[], at: number): boolean {
  return (tokens[at]?.text === '<-' ? tokens[at + 1] : tokens[at])?.text === 'chan';
}

/** `= &T{` outside functions, on lines on which nothing is allocated. */
function variables(text: GoText, calls: Calls): SilentSite[] {
  const { tokens } = text;
  const functions = findFunctions(tokens);
  const isOutside = (at: number) => functions.every(({ signature: [from], end }) => at < from || at > end);
  return tokens.flatMap((token, at) => {
    if (token.text !== '&' || tokens[at - 1]?.text !== '=' || !isOutside(at)) return [];
    const open = tokens.findIndex((other, index) => index > at && other.text === '{');
    const last = open < 0 ? undefined : tokens[closing(tokens, open)];
    const plain = tokens
      .slice(at + 1, open)
      .every(({ kind, text: word }) => kind === 'ident' || word === '.');
    if (!last || !plain || linesBetween(token, last).some((line) => calls.has(line))) return [];
    const subject = `${textOf(text, at, open - 1)}{...}`;
    const sentence = `\`${subject}\` is the value of a variable of the package: the compiler lays it out as data of the program, and nothing is allocated.`;
    return [{ pos: placeOf(text, token), subject, verdict: 'static' as const, sentence, codegen: [] }];
  });
}

function linesBetween({ line: from }: Token, { line: to }: Token): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function placeOf({ lines }: GoText, { line, column }: Token): SilentSite['pos'] {
  return { line, column: byteColumnFromUnits(lines[line - 1]!, column) };
}

/** The source from one token to another, as far as it stands on the first one's line. */
function textOf({ tokens, lines }: GoText, from: number, to: number): string {
  const [first, last] = [tokens[from]!, tokens[to]!];
  const end = last.line === first.line ? last.column + last.text.length : undefined;
  return lines[first.line - 1]!.slice(first.column, end);
}
