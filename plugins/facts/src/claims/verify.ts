import type { CompileError, Diagnostic } from '../diagnostics/types.ts';
import { verdictOf } from '../sites/verdict.ts';
import type { Claim, ClaimWord, Expectation } from './types.ts';

/** A claim that does not hold, with what the compiler said on that line instead. */
export interface ClaimFailure {
  claim: Claim;
  expectation: Expectation;
  /** The compiler's messages about the line; empty when it said nothing. */
  said: string[];
}

/** What is known about one file, for judging claims. */
export interface FileFacts {
  file: string;
  diagnostics: Diagnostic[];
  errors: CompileError[];
}

/** The claims that do not hold, in the order of the file. */
export function failedClaims(claims: Claim[], facts: FileFacts): ClaimFailure[] {
  return claims.flatMap((claim) => {
    const said = decisionsOn(claim.line, facts);
    const messages = [...said.map(({ message }) => message), ...errorsOn(claim.line, facts)];
    return claim.expectations
      .filter((expectation) => !holds(expectation, said, messages))
      .map((expectation) => ({ claim, expectation, said: messages }));
  });
}

/** Decisions for the heap that no claim speaks of: what `strict` forbids. One entry a line. */
export function unclaimedHeap(claims: Claim[], facts: FileFacts): { line: number; said: string[] }[] {
  const claimed = new Set(claims.map(({ line }) => line));
  const lines = new Map<number, Set<string>>();
  for (const { pos, kind, message, ...rest } of facts.diagnostics) {
    if (pos?.file !== facts.file || claimed.has(pos.line)) continue;
    if (!isHeap({ kind, message, ...rest })) continue;
    lines.set(pos.line, (lines.get(pos.line) ?? new Set()).add(message));
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

function errorsOn(line: number, { file, errors }: FileFacts): string[] {
  return errors.filter(({ pos }) => pos?.file === file && pos.line === line).map(({ message }) => message);
}

function holds(expectation: Expectation, said: Diagnostic[], messages: string[]): boolean {
  if ('pattern' in expectation) {
    const pattern = new RegExp(expectation.pattern, 'u');
    return messages.some((message) => pattern.test(message));
  }
  return WORDS[expectation.word](said);
}

const WORDS: Record<ClaimWord, (said: Diagnostic[]) => boolean> = {
  heap: (said) => said.some(isHeap),
  // A local that stays in the frame prints nothing at all: silence is the proof.
  stack: (said) => !said.some(isHeap),
  inlined: (said) => said.some(({ kind }) => kind === 'inlines'),
  leaks: (said) => said.some(({ kind }) => kind === 'leaks'),
};

function isHeap(decision: Diagnostic): boolean {
  const verdict = verdictOf(decision);
  return verdict === 'heap' || (verdict === 'grows' && decision.kind === 'escapes');
}
