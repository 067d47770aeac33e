import type { Site, Span, Step } from '../block.ts';
import { withoutShapes } from '../diagnostics/instances.ts';
import { printPosition } from '../diagnostics/place.ts';
import type { Diagnostic, FlowFrom } from '../diagnostics/types.ts';
import { findFunctions } from '../go/functions.ts';
import type { Token } from '../go/scan.ts';
import { readText, shownSpan, type ShownLine } from '../go/shown.ts';
import type { GoText } from '../go/span.ts';
import { unitsFromByteColumn } from '../go/columns.ts';
import { classOf } from './classes.ts';
import { inlinedTest } from './inlined.ts';
import { judgeOf } from './judge.ts';
import { reasonOf } from './reason.ts';
import { sentenceOf } from './sentence.ts';
import { silentSites } from './silent.ts';
import type { Witnesses } from './witnesses.ts';
import { stepWords } from './words.ts';

/**
 * Joins the compiler's decisions about one file into the sites that a reader sees, numbered in reading
 * order. Parameters that do not escape and the compiler's own `... argument` slices make no site: they
 * are no allocation that anybody wrote.
 *
 * @param source the file as it was compiled
 * @param shown maps its lines to the shown ones; sites on lines that are not shown are left out
 * @param witnesses what the code and the runs say, where it is known
 */
export function findSites(
  diagnostics: Diagnostic[],
  file: string,
  source: string,
  shown: ShownLine,
  witnesses: Witnesses = {},
): Site[] {
  const text = readText(source);
  const inlinedOf = inlinedTest(diagnostics, file, text, shown);
  const inSignature = signatureTest(text.tokens);
  const judge = judgeOf(diagnostics, file, text.tokens, witnesses);
  const explanations = diagnostics.filter(({ flows, pos }) => flows && pos?.file === file);
  const sites = new Map<string, Site>();
  for (const decision of diagnostics) {
    const judgement = decision.pos?.file === file ? judge(decision) : undefined;
    if (!judgement || !decision.pos) continue;
    const { verdict } = judgement;
    const { line, column } = decision.pos;
    const span = shownSpan(text, shown, decision.pos, decision.subject);
    if (!span || decision.subject?.startsWith('... argument')) continue;
    const declared = inSignature(line, unitsOf(text, line, column));
    if (declared && decision.kind === 'stays') continue;
    if (decision.kind === 'leaks' && isTestingParameter(text.tokens, line, decision.subject)) continue;
    // A generic function has a wrapper for each instance, reported at the function's name.
    if (declared && declared !== decision.subject) continue;
    // A generic function is reported once a shape: the same words at the same place are one site.
    const key = `${line}:${column}:${withoutShapes(decision.subject)}:${decision.kind}:${verdict}`;
    const known = sites.get(key);
    if (known) {
      if (!known.messages.includes(decision.message)) known.messages.push(decision.message);
      continue;
    }
    const headers = explanations.filter((header) => explains(header, decision));
    const [explanation] = headers;
    const { codegen: allocators, shared, run } = judgement;
    const escape = { decision, explanations: headers, codegen: allocators, text, holder, assignsMap };
    const reason = decision.kind === 'stays' || decision.kind === 'leaks' ? undefined : reasonOf(escape);
    const name = nameOf(decision, text, span);
    const inlined = inlinedOf(decision);
    sites.set(key, {
      number: 0,
      span,
      verdict,
      subject: name,
      ...(reason && { reason }),
      sentence: sentenceOf({ ...judgement, decision, name, reason, explanation }),
      steps: steps(explanation, file, text, shown),
      messages: [decision.message],
      evidence: {
        escape: decision.message,
        ...(allocators && { codegen: allocators }),
        ...(shared && { shared }),
        ...(run && { run }),
      },
      ...(inlined && { inlined }),
    });
  }
  for (const { pos, subject, verdict, sentence, codegen: allocators } of silentSites(
    diagnostics,
    file,
    text,
    witnesses.codegen,
  )) {
    const span = shownSpan(text, shown, pos);
    const evidence = { escape: '', codegen: allocators };
    if (!span) continue;
    const site = { number: 0, span, verdict, subject, sentence, steps: [], messages: [], evidence };
    sites.set(`${pos.line}:${pos.column}:silent`, site);
  }
  return number([...sites.values()]);

  function holder(subject: string, seen: Diagnostic[]) {
    const isHeader = (known: Diagnostic) =>
      known.kind === 'explains-escape' && known.subject === subject && !seen.includes(known);
    const header = explanations.find(isHeader) ?? diagnostics.find(isHeader);
    if (!header) return undefined;
    const decision = { ...header, kind: 'escapes' as const };
    const { codegen } = (header.pos?.file === file && judge(decision)) || {};
    return { decision, explanations: [header], codegen };
  }

  function assignsMap(line: number): boolean {
    const calls = witnesses.codegen?.allocations ?? [];
    return calls.some(
      ({ pos, symbol }) => pos.file === file && pos.line === line && classOf(symbol) === 'map',
    );
  }
}

/**
 * The result of an inlined call is `~r0` to the compiler, what `new(7)` makes `.autotmp_2`, and a type that
 * only the instances of a generic function have `<node DYNAMICTYPE>`: the reader sees code.
 */
function nameOf({ subject = '', pos }: Diagnostic, { lines }: GoText, { start, end }: Span): string {
  return /^(?:~r\d+|\.autotmp_\d+)$|<node /.test(subject)
    ? lines[pos!.line - 1]!.slice(start, end)
    : withoutShapes(subject);
}

/** Every benchmark's `b *testing.B` leaks: true, and of no use to anybody. */
function isTestingParameter(tokens: Token[], line: number, name: string | undefined): boolean {
  return tokens.some((token, at) => {
    if (token.line !== line || token.text !== name) return false;
    const type = tokens.slice(at + 1, at + 4).map(({ text }) => text);
    return type.join('') === '*testing.';
  });
}

/**
 * The header of a decision's chain stands at its place and names it; for `append` it names the whole call, and
 * for `make` the size by its name where the decision has its value.
 */
function explains(header: Diagnostic, { pos, subject, kind }: Diagnostic): boolean {
  if (header.pos?.line !== pos?.line || header.pos?.column !== pos?.column) return false;
  if (kind === 'stays' || (kind === 'leaks') !== (header.kind === 'explains-leak')) return false;
  const [said = '', named = ''] = [subject, header.subject];
  if (said === 'append') return named.startsWith('append(');
  return said === named || (said.startsWith('make(') && named.split(', ')[0] === said.split(', ')[0]);
}

function number(sites: Site[]): Site[] {
  const ordered = sites.toSorted(
    (a, b) => a.span.line - b.span.line || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return ordered.map((site, at) => ({ ...site, number: at + 1 }));
}

function steps(explanation: Diagnostic | undefined, file: string, text: GoText, shown: ShownLine): Step[] {
  const all = (explanation?.flows ?? []).flatMap(({ from }) => from);
  return all.map(({ expr, why, pos }: FlowFrom) => {
    const span = pos?.file === file ? shownSpan(text, shown, pos, expr) : undefined;
    const place = pos && !span ? printPosition(pos) : undefined;
    return { text: stepWords(why, expr), expr, why, ...(span && { span }), ...(place && { place }) };
  });
}

function unitsOf({ lines }: GoText, line: number, column: number | undefined): number {
  return column === undefined ? -1 : unitsFromByteColumn(lines[line - 1] ?? '', column);
}

/** The token at a place, if it belongs to the signature of a function. */
function signatureTest(tokens: Token[]): (line: number, column: number) => string | undefined {
  const signatures = findFunctions(tokens).map(({ signature: [from, to] }) => tokens.slice(from + 1, to + 1));
  const places = new Map(signatures.flat().map(({ line, column, text }) => [`${line}:${column}`, text]));
  return (line, column) => places.get(`${line}:${column}`);
}
