import { printChain } from '../diagnostics/chain.ts';
import type { CompileError, Diagnostic } from '../diagnostics/types.ts';
import { code } from '../go/imports.ts';
import { readText } from '../go/shown.ts';
import { scan } from '../go/scan.ts';
import { judgeOf, type Judge } from '../sites/judge.ts';
import { silentSites, type SilentSite } from '../sites/silent.ts';
import type { Witnesses } from '../sites/witnesses.ts';
import type { Verdict } from '../verdict.ts';
import type { Claim, ClaimWord, Expectation } from './types.ts';

/** A claim that does not hold, with what the compiler said on that line instead. */
export interface ClaimFailure {
  claim: Claim;
  expectation: Expectation;
  /** The compiler's messages about the line; empty when it said nothing. */
  said: string[];
}

/** What is known about one file, for judging claims. */
export interface FileFacts extends Witnesses {
  file: string;
  diagnostics: Diagnostic[];
  errors: CompileError[];
  /** The file as it was compiled: without it, messages decide alone. */
  source?: string;
}

/** The claims that do not hold, in the order of the file. */
export function failedClaims(claims: Claim[], facts: FileFacts): ClaimFailure[] {
  if (claims.length === 0) return [];
  const judge = judgeFor(facts);
  const silent = silentIn(facts);
  return claims.flatMap((claim) => {
    const said = decisionsOn(claim.line, facts);
    const unsaid = silent.filter(({ pos }) => pos.line === claim.line);
    const quiet = unsaid.map(({ verdict }) => verdict);
    const messages = [...said.map(({ message }) => message), ...errorsOn(claim.line, facts)];
    const printed = [...messages, ...explanationsOn(claim.line, facts)];
    return (
      claim.expectations
        // Numbers are another's affair: they need the run.
        .filter(
          (expectation) =>
            !('condition' in expectation) && !holds(expectation, { said, quiet, judge }, printed),
        )
        .map((expectation) => ({ claim, expectation, said: [...messages, ...unsaid.map(wordsOf)] }))
    );
  });
}

/**
 * The word that holds of a line about where its values live; undefined where several do, as on a line with two
 * allocations.
 */
export function wordOn(line: number, facts: FileFacts): ClaimWord | undefined {
  const about: Line = {
    said: decisionsOn(line, facts),
    quiet: silentIn(facts).flatMap(({ pos, verdict }) => (pos.line === line ? [verdict] : [])),
    judge: judgeFor(facts),
  };
  const holding = (['heap', 'static', 'bounded', 'grows', 'unproven'] as const).filter((word) =>
    WORDS[word](about),
  );
  return holding.length > 1 ? undefined : (holding[0] ?? 'stack');
}

/** Decisions for the heap that no claim speaks of: what `strict` forbids. One entry a line. */
export function unclaimedHeap(claims: Claim[], facts: FileFacts): { line: number; said: string[] }[] {
  const claimed = new Set(claims.map(({ line }) => line));
  const lines = new Map<number, Set<string>>();
  const judge = judgeFor(facts);
  for (const decision of facts.diagnostics) {
    const { pos, message } = decision;
    if (pos?.file !== facts.file || claimed.has(pos.line) || !isHeap(decision, judge)) continue;
    lines.set(pos.line, (lines.get(pos.line) ?? new Set()).add(message));
  }
  for (const site of silentIn(facts)) {
    const { pos, verdict } = site;
    if (verdict !== 'heap' || claimed.has(pos.line)) continue;
    lines.set(pos.line, (lines.get(pos.line) ?? new Set()).add(wordsOf(site)));
  }
  return [...lines].map(([line, said]) => ({ line, said: [...said] })).toSorted((a, b) => a.line - b.line);
}

function decisionsOn(line: number, { file, diagnostics }: FileFacts): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ pos, message, flows }) => {
    if (flows || pos?.file !== file || pos.line !== line || seen.has(message)) return false;
    seen.add(message);
    return true;
  });
}

/** The lines that explain decisions about the line: headers with the chains below them. */
function explanationsOn(line: number, { file, diagnostics }: FileFacts): string[] {
  return diagnostics.flatMap(({ pos, message, flows }) =>
    flows && pos?.file === file && pos.line === line ? [message, ...printChain(flows)] : [],
  );
}

function errorsOn(line: number, { file, errors }: FileFacts): string[] {
  return errors.filter(({ pos }) => pos?.file === file && pos.line === line).map(({ message }) => message);
}

function judgeFor({ diagnostics, file, source, ...witnesses }: FileFacts): Judge {
  return source === undefined
    ? judgeOf(diagnostics, file, [])
    : judgeOf(diagnostics, file, code(scan(source)), witnesses);
}

function holds(
  expectation: Exclude<Expectation, { condition: unknown }>,
  line: Line,
  messages: string[],
): boolean {
  if ('pattern' in expectation) {
    const pattern = new RegExp(expectation.pattern, 'u');
    return messages.some((message) => pattern.test(message));
  }
  return WORDS[expectation.word](line);
}

/** What is known of one line: decisions, and verdicts of which the compiler says nothing. */
interface Line {
  said: Diagnostic[];
  quiet: Verdict[];
  judge: Judge;
}

const WORDS: Record<ClaimWord, (line: Line) => boolean> = {
  heap: isHeapLine,
  // A local that stays in the frame prints nothing at all: silence is the proof.
  stack: (line) => !isHeapLine(line) && !has('unproven')(line),
  unproven: has('unproven'),
  static: has('static'),
  bounded: has('bounded'),
  grows: has('grows'),
  inlined: ({ said }) => said.some(({ kind }) => kind === 'inlines'),
  leaks: ({ said }) => said.some(({ kind }) => kind === 'leaks'),
};

function has(verdict: Verdict) {
  return ({ said, quiet, judge }: Line) =>
    quiet.includes(verdict) || said.some((decision) => judge(decision)?.verdict === verdict);
}

function isHeapLine({ said, quiet, judge }: Line): boolean {
  return quiet.includes('heap') || said.some((decision) => isHeap(decision, judge));
}

/** What the code says where the compiler's messages say nothing. */
function wordsOf({ subject, codegen }: SilentSite): string {
  const called = codegen.length > 0 ? codegen.join(', ') : 'no allocator';
  return `(no message; for ${subject} the code calls ${called})`;
}

function silentIn({ diagnostics, file, source, codegen }: FileFacts): SilentSite[] {
  return source === undefined ? [] : silentSites(diagnostics, file, readText(source), codegen);
}

function isHeap(decision: Diagnostic, judge: Judge): boolean {
  const verdict = judge(decision)?.verdict;
  return verdict === 'heap' || (verdict === 'grows' && decision.kind === 'escapes');
}
