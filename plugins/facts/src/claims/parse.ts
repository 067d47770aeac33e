import { scan, type Token } from '../go/scan.ts';
import { claimWords, type Claim, type ClaimError, type ClaimWord, type Expectation } from './types.ts';

/**
 * Reads the claims of a Go file: `// want heap`, `// want "regexp" "regexp"`, mixed as one likes. The
 * form is that of golang.org/x/tools/go/analysis/analysistest, with words besides. A claim that is
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
  const pattern = /\s*(?:("(?:\\.|[^"\\])*"|`[^`]*`)|([^\s"`]+|["`].*))/y;
  pattern.lastIndex = /^\/\/\s*want/.exec(body)![0].length;
  const expectations: Expectation[] = [];
  while (pattern.lastIndex < body.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(body);
    if (!match) break;
    const start = token.column + from + match[0].length - match[0].trimStart().length;
    const text = match[0].trim();
    const fail = (reason: string, expected?: string[]): ClaimError => ({
      line: token.line,
      start,
      end: start + text.length,
      reason,
      actual: text,
      ...(expected && { expected }),
    });
    if (match[1]) {
      const regexp = unquote(match[1]);
      if (regexp === undefined) return fail(`Unexpected escape in string ${text}`);
      const problem = regexpProblem(regexp);
      if (problem) return fail(`Unexpected regular expression ${text}: ${problem}`);
      expectations.push({ pattern: regexp });
    } else if (/^["`]/.test(text)) return fail(`Unexpected end of claim: the string ${text} is not closed`);
    else if (isWord(text)) expectations.push({ word: text });
    else return fail(`Unexpected claim word \`${text}\``, [...claimWords]);
  }
  if (expectations.length > 0) return { expectations };
  const place = { line: token.line, start: token.column, end: token.column + body.length };
  return { ...place, reason: 'Unexpected empty claim', actual: body, expected: [...claimWords, '"regexp"'] };
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
