import type { Diagnostic } from '../diagnostics/types.ts';
import type { Token } from '../go/scan.ts';
import type { Verdict } from '../verdict.ts';
import { classOf } from './classes.ts';
import { readCode, type FileCode, type Heard } from './code.ts';
import { readRuns, type FileRuns } from './run.ts';
import type { Evidence } from './evidence.ts';
import { isBounded, isConstant, verdictOf } from './verdict.ts';
import type { Witnesses } from './witnesses.ts';

/** What the witnesses together prove about a decision; what they say, as in `Evidence`. */
export interface Judgement extends Pick<Evidence, 'codegen' | 'shared' | 'run'> {
  verdict: Verdict;
  /** Benchmarks that contradict what the other two witnesses say; absent where none does. */
  against?: string[];
}

/** Judges decisions about one file; undefined for a decision that is about no memory. */
export type Judge = (decision: Diagnostic) => Judgement | undefined;

/**
 * Makes the judge of a file. Without generated code the compiler's message decides alone. With it, a
 * verdict changes only where the code can be held to speak of that very site: otherwise the message
 * stands, and the judgement has no `codegen`. Where both agree and a run shows otherwise, nothing is proven.
 */
export function judgeOf(
  diagnostics: Diagnostic[],
  file: string,
  tokens: Token[],
  witnesses: Witnesses = {},
): Judge {
  const { codegen, profile, unoptimised } = witnesses;
  const code = codegen && readCode(diagnostics, file, tokens, codegen);
  const runs = profile && readRuns(witnesses, diagnostics, file, tokens);
  return (decision) => {
    const verdict = verdictOf(decision);
    if (verdict === undefined) return undefined;
    const heard = code?.hear(decision);
    const judgement = heard ? judge(decision, verdict, heard, code!) : { verdict };
    if (!runs || decision.kind === 'leaks') return judgement;
    const run = runs.on(decision.pos!.line);
    const told = { ...judgement, ...(run.length > 0 && { run }) };
    const against = heard ? contradictions(decision, told, runs, code!) : [];
    return against.length > 0 ? { ...told, verdict: 'unproven', against } : told;
  };

  function judge(decision: Diagnostic, verdict: Verdict, heard: Heard, read: FileCode): Judgement {
    if (decision.kind === 'stays') {
      const judgement = judgeStaying(decision, verdict, heard, read, tokens);
      const always = unoptimised && isUnbuffered(judgement);
      return always ? { ...judgement, verdict: 'heap' } : judgement;
    }
    return decision.kind === 'leaks' ? { verdict } : judgeEscaping(decision, verdict, heard, read);
  }

  /** Benchmarks that show the opposite of what message and code agree upon. */
  function contradictions(
    { pos }: Diagnostic,
    { verdict, codegen: calls }: Judgement,
    { allocatesAt, idleAt }: FileRuns,
    read: FileCode,
  ): string[] {
    const { line } = pos!;
    if (verdict === 'heap') return calls?.length && calls.every(isUnconditional) ? idleAt(line) : [];
    if (verdict !== 'stack' && verdict !== 'static') return [];
    const accounted = read.isCalled(line) || allocatesUntold(tokens, line);
    return calls?.length === 0 && !accounted ? allocatesAt(line) : [];
  }
}

function judgeEscaping(decision: Diagnostic, verdict: Verdict, heard: Heard, code: FileCode): Judgement {
  if (heard.calls.length === 0) {
    if (heard.stray) return { verdict };
    // Growth can be moved to where the slice leaves the function: silence here proves nothing.
    return verdict === 'grows' ? { verdict } : { verdict: 'static', codegen: [] };
  }
  if (verdict === 'static') return { verdict };
  const sites = code.rivals(decision).filter(takesMemory).length + 1;
  if (sites <= heard.count) return { verdict, codegen: symbols(heard) };
  return { verdict, shared: { sites, calls: heard.count } };
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
  if (rivals.length > 0 || heard.inlined || startsSomething(tokens, decision.pos!.line)) return { verdict };
  // A conversion or `make` whose type has a name: only the code tells that its size is not constant.
  const classes = new Set(heard.calls.map(({ symbol }) => classOf(symbol)));
  if (classes.isSubsetOf(SIZED))
    return subject.endsWith(')') ? { verdict: 'bounded', codegen: symbols(heard) } : { verdict };
  // A box of more than 1024 bytes is on the heap whatever the escape analysis says (walk/convert.go, dataWord).
  const isOwn = OWN_MEMORY.test(subject) || classes.isSubsetOf(BOX);
  return isOwn ? { verdict: 'unproven', codegen: symbols(heard) } : { verdict };
}

/** Without optimisations a `make` whose size is not constant has no buffer in the frame (walk/builtin.go, tryStack). */
function isUnbuffered({ verdict, codegen = [] }: Judgement): boolean {
  return (
    verdict === 'bounded' &&
    codegen.length > 0 &&
    codegen.every((symbol) => symbol.startsWith('runtime.makeslice'))
  );
}

const SIZED = new Set(['text', 'slice']);
const BOX = new Set(['box']);

/** Expressions that are memory of their own: a call that makes an object on their line is theirs. */
const OWN_MEMORY = /^(?:&|new\(|func literal$)/;

/** Allocators that take memory at every call, but for a size of nothing. */
function isUnconditional(symbol: string): boolean {
  return /^runtime\.(?:newobject|newarray|makechan\w*|makeslice\w*|convT|convTnoptr)$/.test(symbol);
}

function takesMemory(decision: Diagnostic): boolean {
  if (decision.kind === 'stays') return isBounded(decision.subject ?? '');
  return !isConstant(decision.subject ?? '');
}

/** `go` and `defer` make a function object that no message speaks of. */
function startsSomething(tokens: Token[], line: number): boolean {
  return tokens.some((token) => token.line === line && (token.text === 'go' || token.text === 'defer'));
}

/**
 * The runtime allocates for itself where a goroutine starts or waits, and for a panic, which may be recovered
 * wherever it comes from.
 */
function allocatesUntold(tokens: Token[], line: number): boolean {
  return tokens.some(({ text, line: at }) => text === 'recover' || (at === line && UNTOLD.has(text)));
}

const UNTOLD = new Set(['go', 'defer', 'select', 'chan', '<-', 'panic', 'range']);

function symbols({ calls }: Heard): string[] {
  return [...new Set(calls.map(({ symbol }) => symbol))];
}
