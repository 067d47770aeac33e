import type { Codegen } from '../codegen/types.ts';
import type { Diagnostic } from '../diagnostics/types.ts';
import type { Token } from '../go/scan.ts';
import type { Verdict } from '../verdict.ts';
import { classOf } from './classes.ts';
import { readCode, type FileCode, type Heard } from './code.ts';
import { isBounded, isConstant, verdictOf } from './verdict.ts';

/** What the witnesses together prove about a decision. */
interface Judgement {
  verdict: Verdict;
  /**
   * The allocators that the code calls for it, each once; empty where the code is known to call none.
   * Absent where the code says nothing that could be held to be about this decision.
   */
  codegen?: string[];
}

/** Judges decisions about one file; undefined for a decision that is about no memory. */
export type Judge = (decision: Diagnostic) => Judgement | undefined;

/**
 * Makes the judge of a file. Without generated code the compiler's message decides alone. With it, a
 * verdict changes only where the code can be held to speak of that very site: otherwise the message
 * stands, and the judgement has no `codegen`.
 */
export function judgeOf(diagnostics: Diagnostic[], file: string, tokens: Token[], codegen?: Codegen): Judge {
  const code = codegen && readCode(diagnostics, file, tokens, codegen);
  return (decision) => {
    const verdict = verdictOf(decision);
    const heard = verdict === undefined ? undefined : code?.hear(decision);
    if (verdict === undefined || !heard) return verdict && { verdict };
    if (decision.kind === 'stays') return judgeStaying(decision, verdict, heard, code!, tokens);
    return decision.kind === 'leaks' ? { verdict } : judgeEscaping(decision, verdict, heard, code!);
  };
}

function judgeEscaping(decision: Diagnostic, verdict: Verdict, heard: Heard, code: FileCode): Judgement {
  if (heard.calls.length === 0) {
    if (heard.stray) return { verdict };
    // Growth can be moved to where the slice leaves the function: silence here proves nothing.
    return verdict === 'grows' ? { verdict } : { verdict: 'static', codegen: [] };
  }
  if (verdict === 'static') return { verdict };
  const claimants = code.rivals(decision).filter(takesMemory).length + 1;
  return claimants <= heard.count ? { verdict, codegen: symbols(heard) } : { verdict };
}

function judgeStaying(
  decision: Diagnostic,
  verdict: Verdict,
  heard: Heard,
  code: FileCode,
  tokens: Token[],
): Judgement {
  const subject = decision.subject ?? '';
  if (verdict === 'grows' || verdict === 'heap') {
    if (heard.calls.length > 0) return { verdict, codegen: symbols(heard) };
    // An `append` grows on its own line or not at all; a map grows where it is assigned to.
    return subject === 'append' && !heard.stray ? { verdict: 'stack', codegen: [] } : { verdict };
  }
  const rivals = code.rivals(decision);
  const taken = rivals.filter(takesMemory).length;
  if (verdict === 'bounded') {
    if (heard.calls.length === 0 && !heard.stray) return { verdict: 'stack', codegen: [] };
    return heard.count > taken ? { verdict, codegen: symbols(heard) } : { verdict };
  }
  if (heard.calls.length === 0) return heard.stray ? { verdict } : { verdict, codegen: [] };
  if (rivals.length > 0 || startsSomething(tokens, decision.pos!.line)) return { verdict };
  // A conversion or `make` whose type has a name: only the code tells that its size is not constant.
  if (heard.calls.every(({ symbol }) => SIZED.has(classOf(symbol))))
    return subject.endsWith(')') ? { verdict: 'bounded', codegen: symbols(heard) } : { verdict };
  return OWN_MEMORY.test(subject) ? { verdict: 'unproven', codegen: symbols(heard) } : { verdict };
}

const SIZED = new Set(['text', 'slice']);

/** Expressions that are memory of their own: a call that makes an object on their line is theirs. */
const OWN_MEMORY = /^(?:&|new\(|func literal$)/;

function takesMemory(decision: Diagnostic): boolean {
  if (decision.kind === 'stays') return isBounded(decision.subject ?? '');
  return !isConstant(decision.subject ?? '');
}

/** `go` and `defer` make a function object that no message speaks of. */
function startsSomething(tokens: Token[], line: number): boolean {
  return tokens.some((token) => token.line === line && (token.text === 'go' || token.text === 'defer'));
}

function symbols({ calls }: Heard): string[] {
  return [...new Set(calls.map(({ symbol }) => symbol))];
}
