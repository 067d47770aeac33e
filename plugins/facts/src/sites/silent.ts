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
 * which the compiler prints nothing (Go 1.22 and later), strings that grow by `+=`, and `var x = &T{…}`
 * outside functions, which it lays out as data (cmd/compile/internal/staticinit). Only where the source
 * leaves no doubt.
 */
export function silentSites(
  diagnostics: Diagnostic[],
  file: string,
  text: GoText,
  codegen: Codegen | undefined,
): SilentSite[] {
  if (!codegen) return [];
  const places = new Set(
    diagnostics.flatMap(({ pos }) => (pos?.file === file ? [`${pos.line}:${pos.column}`] : [])),
  );
  const isSilent = ({ line, column }: SilentSite['pos']) => !places.has(`${line}:${column}`);
  const calls = Map.groupBy(
    codegen.allocations.filter(({ pos }) => pos.file === file),
    ({ pos }) => pos.line,
  );
  return [
    ...channels(text, calls, isSilent),
    ...concatenations(text, calls, isSilent),
    ...variables(text, calls, isSilent),
  ];
}

type Calls = Map<number, AllocatorCall[]>;
type IsSilent = (pos: SilentSite['pos']) => boolean;

/**
 * Of a slice or a map the compiler always tells, so what else a line makes are channels, whatever their type
 * is called and wherever that is declared. Each must have a call of its own, once more in each function that
 * the line was inlined into.
 */
function channels(text: GoText, calls: Calls, isSilent: IsSilent): SilentSite[] {
  const { tokens } = text;
  const makes = tokens.flatMap((token, at) =>
    token.text === 'make' && tokens[at + 1]?.text === '(' && isSilent(placeOf(text, tokens[at + 1]!))
      ? [at]
      : [],
  );
  const byLine = Map.groupBy(makes, (at) => tokens[at]!.line);
  return [...byLine].flatMap(([line, all]) => {
    const made = (calls.get(line) ?? []).filter(({ symbol }) => symbol.startsWith(MAKECHAN));
    const byFunction = Map.groupBy(made, ({ func }) => func);
    if (made.length === 0 || [...byFunction.values()].some((own) => own.length % all.length > 0)) return [];
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

/**
 * `name += part` of strings. The escape analysis passes over the assignment, so that the new string never has
 * the buffer in the frame that `name = name + part` may have (addString of cmd/compile/internal/walk). Only
 * where the assignment has its line to itself, with no other `+` that might have made the call.
 */
function concatenations({ tokens, lines }: GoText, calls: Calls, isSilent: IsSilent): SilentSite[] {
  const byLine = Map.groupBy(tokens, ({ line }) => line);
  return [...byLine].flatMap(([line, own]) => {
    const made = (calls.get(line) ?? []).filter(({ symbol }) => symbol.startsWith(CONCATSTRING));
    const assigned = own.filter(({ text }) => text === '+=');
    if (made.length === 0 || assigned.length !== 1) return [];
    if (own.some(({ text }) => text === '+' || text === ';' || text === '{' || text === '}')) return [];
    const pos = placeOf({ tokens, lines }, assigned[0]!);
    if (!isSilent(pos)) return [];
    const [first, last] = [own[0]!, own.at(-1)!];
    const subject = lines[line - 1]!.slice(first.column, last.column + last.text.length);
    return [
      {
        pos,
        subject,
        verdict: 'heap' as const,
        sentence: `\`${subject}\` makes a new string on the heap: \`+=\` has no buffer in the frame. Only an empty operand costs nothing.`,
        codegen: [...new Set(made.map(({ symbol }) => symbol))],
      },
    ];
  });
}

const CONCATSTRING = 'runtime.concatstring';

/** `&T{` outside functions, on lines on which nothing is allocated. */
function variables(text: GoText, calls: Calls, isSilent: IsSilent): SilentSite[] {
  const { tokens } = text;
  const functions = findFunctions(tokens);
  const isOutside = (at: number) => functions.every(({ signature: [from], end }) => at < from || at > end);
  return tokens.flatMap((token, at) => {
    if (token.text !== '&' || !VALUE.has(tokens[at - 1]?.text ?? '') || !isOutside(at)) return [];
    const open = tokens.findIndex((other, index) => index > at && other.text === '{');
    const last = open < 0 ? undefined : tokens[closing(tokens, open)];
    const plain = tokens
      .slice(at + 1, open)
      .every(({ kind, text: word }) => kind === 'ident' || word === '.');
    const pos = placeOf(text, token);
    if (!last || !plain || !isSilent(pos)) return [];
    if (linesBetween(token, last).some((line) => calls.has(line))) return [];
    const subject = `${textOf(text, at, open - 1)}{...}`;
    const sentence = `\`${subject}\` belongs to a variable of the package: the compiler lays it out as data of the program, and nothing is allocated.`;
    return [{ pos, subject, verdict: 'static' as const, sentence, codegen: [] }];
  });
}

/** What stands before a value of a variable, or of a literal that is one. */
const VALUE = new Set(['=', ',', '{', ':']);

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
