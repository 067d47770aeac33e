import {
  askedViews,
  blockVersions,
  findViews,
  isOfChecks,
  parseClaims,
  printDiagnostics,
  shownProfiles,
  type AskedView,
  type BlockFacts,
  type CompileFacts,
  type CompileError,
  type Diagnostic,
  type Problem,
  type ShownProblem,
  type UnitFacts,
} from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locate } from '../page/locate.ts';
import { copyOf } from './copy.ts';
import { shownLine, shownSites } from './shown-sites.ts';

/** All that a renderer shows of an example; `problems` are those that stand in this block. */
export function blockFacts(example: Example, facts: UnitFacts, problems: Problem[]): BlockFacts {
  const { compile, variants = [], profile } = facts;
  const { id, meta, file, source, shown, quotes } = example;
  const show = shownLine(example);
  const told = compile.diagnostics.filter(
    (diagnostic) => meta.show.includes('bounds') || !isOfChecks(diagnostic),
  );
  const { bounds, ...views } = findViews(told, file, source, show, compile.codegen);
  const asked = meta.show.filter(isView);
  const errorsOf = ({ errors }: CompileFacts) => errors.map((error) => shownError(error, example, show));
  const versions = blockVersions(compile, variants, (by) => ({
    sites: shownSites(example, { compile: by }),
    errors: errorsOf(by),
  }));
  const copy = copyOf(example);
  return {
    id,
    status: problems.length > 0 ? 'broken' : meta.fails ? 'fails' : 'verified',
    toolchain: compile.toolchain,
    command: compile.command,
    output: outputOf(told, example, show),
    ...views,
    ...(asked.includes('bounds') && { bounds }),
    ...(profile && { profile: shownProfiles(profile, file, show) }),
    ...(asked.length > 0 && { show: asked }),
    sites: shownSites(example, facts),
    ...(versions.length > 1 && { versions }),
    errors: meta.fails ? errorsOf(compile) : [],
    problems: problems.map((problem) => shownProblem(problem, example)),
    claims: problems.length > 0 ? [] : confirmed(source, show),
    ...(copy !== undefined && { copy }),
    ...(quotes && { source: { file: quotes, line: shown.lines[0] ?? 1 } }),
  };
}

function isView(word: string): word is AskedView {
  return askedViews.some((view) => view === word);
}

/**
 * The compiler's lines about this block. Line numbers are those of the shown code, so that who copies
 * it and runs the command sees the same; a quoted file keeps its own.
 */
function outputOf(
  diagnostics: Diagnostic[],
  { file, quotes }: Example,
  show: (line: number) => number | undefined,
): string {
  const own = diagnostics.filter(({ pos }) => pos?.file === file && show(pos.line) !== undefined);
  if (quotes) return printDiagnostics(own);
  const text = printDiagnostics(own);
  // Node 22 has no RegExp.escape.
  const name = file.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const place = new RegExp(`(^| at )${name}:(\\d+)`, 'gm');
  return text.replaceAll(place, (whole, before: string, line: string) => {
    const seen = show(Number(line));
    return seen === undefined ? whole : `${before}${file}:${seen}`;
  });
}

function shownError(
  { pos, message }: CompileError,
  { file, source }: Example,
  show: (line: number) => number | undefined,
): ShownProblem {
  const line = pos?.file === file ? show(pos.line) : undefined;
  if (line === undefined) return { message };
  const text = source.split('\n')[pos!.line - 1] ?? '';
  return { line, column: Math.min((pos!.column ?? 1) - 1, text.length), message };
}

function shownProblem(
  { start, path, reason, note, rule }: Problem,
  { origin, shown, source }: Example,
): ShownProblem {
  const message = note ? `${reason}\n${note}` : reason;
  const line = shown.lines.findIndex((fileLine) => {
    const located = locate(origin, source, { line: fileLine });
    return located?.path === path && located.start.line === start.line;
  });
  return { message, rule, ...(line >= 0 && { line: line + 1 }) };
}

/** Shown lines that carry a claim, of a block in which all hold. */
function confirmed(source: string, show: (line: number) => number | undefined): number[] {
  const lines = parseClaims(source).claims.map(({ line }) => show(line));
  return [...new Set(lines)].filter((line) => line !== undefined);
}
