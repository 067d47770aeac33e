import { scan, type Token } from '../go/scan.ts';
import { parseExpect } from '../expect/parse.ts';
import { metrics } from '../expect/types.ts';
import { printGoRange, readGoRange } from './go-range.ts';
import {
  claimWords,
  type Claim,
  type ClaimError,
  type ClaimWord,
  type Expectation,
  type GoRange,
  type NumberCondition,
} from './types.ts';

/**
 * Reads the claims of a Go file: `// want heap`, `// want "regexp" "regexp"`, mixed as one likes. The
 * form is that of golang.org/x/tools/go/analysis/analysistest, with words and numbers besides
 * (`allocs/op == 0`, and `== 0` for short), and with releases (`go1.24 heap, go1.25+ stack`). A claim that is
 * alone on its line is about the next line.
 */
export function parseClaims(source: string): { claims: Claim[]; errors: ClaimError[] } {
  const claims: Claim[] = [];
  const errors: ClaimError[] = [];
  if (!mayClaim(source)) return { claims, errors };
  const tokens = scan(source);
  for (const [at, token] of tokens.entries()) {
    if (!isClaim(token)) continue;
    const read = readExpectations(token);
    if ('reason' in read) errors.push(read);
    else claims.push({ line: lineOf(tokens, at), at: placeOf(token), expectations: read.expectations });
  }
  return { claims, errors };
}

/** False for source without any claim, which most is: it need not be split into tokens. */
export function mayClaim(source: string): boolean {
  return /\/\/\s*want(?:\s|$)/.test(source);
}

/** True for a comment token that is a claim. */
export function isClaim({ kind, text }: Token): boolean {
  return kind === 'comment' && /^\/\/\s*want(?:\s|$)/.test(text);
}

function placeOf({ line, column, text }: Token): Claim['at'] {
  return { line, column, end: column + text.trimEnd().length };
}

/** Claims alone on their lines are about the first line below them that holds code. */
function lineOf(tokens: Token[], at: number): number {
  const { line } = tokens[at]!;
  const alone = tokens[at - 1] === undefined || endLine(tokens[at - 1]!) < line;
  if (!alone) return line;
  const next = tokens.slice(at + 1).find((token) => !isClaim(token));
  return next?.line ?? line;
}

function endLine({ line, text }: Token): number {
  return line + text.split('\n').length - 1;
}

function readExpectations(token: Token): { expectations: Expectation[] } | ClaimError {
  const body = token.text.trimEnd();
  const pattern = new RegExp(ITEM, 'y');
  pattern.lastIndex = /^\/\/\s*want/.exec(body)![0].length;
  const expectations: Expectation[] = [];
  let go: GoRange | undefined;
  while (pattern.lastIndex < body.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(body);
    if (!match) break;
    const start = token.column + from + match[0].length - match[0].trimStart().length;
    const text = match[0].trim();
    const end = start + text.length;
    if (text === ',') {
      go = undefined;
      continue;
    }
    const range = readGoRange(text);
    if (range) go = range;
    const item = range ?? readItem(match.groups!, text);
    if ('reason' in item) return { line: token.line, start, end, actual: text, ...item };
    if (!('from' in item)) expectations.push({ ...item, span: { start, end }, ...(go && { go }) });
  }
  if (expectations.length > 0) return { expectations };
  const place = { line: token.line, start: token.column, end: token.column + body.length };
  const about = go === undefined ? '' : `: nothing is said of ${printGoRange(go)}`;
  const expected = [...claimWords, '"regexp"', 'allocs/op == 0'];
  return { ...place, reason: `Unexpected empty claim${about}`, actual: body, expected };
}

/** A string, a number that is compared, a comma, or a word. */
const ITEM = new RegExp(
  String.raw`\s*(?:(?<string>"(?:\\.|[^"\\])*"|\`[^\`]*\`)` +
    String.raw`|(?<number>(?:(?:${Object.keys(metrics).join('|')}|[A-Za-z/]+)(?:\([^ ]*\))?\s*)?[=!<>~]+\s*(?:[\d.]+\s*[x×]\s+)?[^\s,]+)` +
    String.raw`|,|(?<word>[^\s"\`,]+|["\`].*))`,
);

type Said = { word: ClaimWord } | { pattern: string } | { condition: NumberCondition };
type Item = Said | Pick<ClaimError, 'reason' | 'expected'>;

function readItem({ string, number }: Record<string, string | undefined>, text: string): Item {
  if (string !== undefined) {
    const regexp = unquote(string);
    if (regexp === undefined) return { reason: `Unexpected escape in string ${text}` };
    const problem = regexpProblem(regexp);
    return problem ? { reason: `Unexpected regular expression ${text}: ${problem}` } : { pattern: regexp };
  }
  if (number !== undefined) return readNumber(/^[=!<>]/.test(text) ? `allocs/op ${text}` : text);
  if (/^["`]/.test(text)) return { reason: `Unexpected end of claim: the string ${text} is not closed` };
  if (/^go\d/.test(text))
    return { reason: `Unexpected release \`${text}\``, expected: ['go1.24', 'go1.22-1.24', 'go1.25+'] };
  return isWord(text)
    ? { word: text }
    : { reason: `Unexpected claim word \`${text}\``, expected: [...claimWords] };
}

function readNumber(text: string): Item {
  const conditions = parseExpect(text);
  if (!Array.isArray(conditions)) return { reason: conditions.reason, expected: conditions.expected };
  const [condition] = conditions;
  if (condition?.kind === 'number') return { condition };
  return { reason: `Unexpected comparison \`${text}\``, expected: Object.keys(metrics) };
}

function isWord(text: string): text is ClaimWord {
  return (claimWords as readonly string[]).includes(text);
}

/** A Go string: `"…"` has the escapes of JSON here, a raw string none. */
function unquote(text: string): string | undefined {
  if (text.startsWith('`')) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    // `\.` and the like are no JSON, but what authors write: the backslash belongs to the expression.
    return text.slice(1, -1).replaceAll('\\"', '"');
  }
}

function regexpProblem(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: .*: /, '');
  }
}
