import {
  blockVersions,
  findSites,
  findViews,
  isOfChecks,
  parseClaims,
  printDiagnostics,
  witnessesOf,
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

/** All that a renderer shows of an example; `problems` are those that stand in this block. */
export function blockFacts(example: Example, facts: UnitFacts, problems: Problem[]): BlockFacts {
  const { compile, variants = [] } = facts;
  const { id, meta, file, source, shown, quotes } = example;
  const shownLines = new Map(shown.lines.map((line, at) => [line, at + 1]));
  const show = (line: number): number | undefined => shownLines.get(line);
  const told = compile.diagnostics.filter(
    (diagnostic) => meta.show.includes('bounds') || !isOfChecks(diagnostic),
  );
  const { bounds, ...views } = findViews(told, file, source, show, compile.codegen);
  const asked = VIEWS.filter((view) => meta.show.includes(view));
  // Programs run with the Go of the build alone: of other compilers no run is known.
  const sitesOf = (by: CompileFacts) =>
    findSites(by.diagnostics, file, source, show, witnessesOf(by === compile ? facts : { compile: by }));
  const versions = blockVersions(compile, variants, sitesOf);
  return {
    id,
    status: problems.length > 0 ? 'broken' : meta.fails ? 'fails' : 'verified',
    toolchain: compile.toolchain,
    command: compile.command,
    output: outputOf(told, example, show),
    ...views,
    ...(asked.includes('bounds') && { bounds }),
    ...(asked.length > 0 && { show: asked }),
    sites: sitesOf(compile),
    ...(versions.length > 1 && { versions }),
    errors: meta.fails ? compile.errors.map((error) => shownError(error, example, show)) : [],
    problems: problems.map((problem) => shownProblem(problem, example)),
    claims: confirmed(source, show),
    ...(quotes && { source: { file: quotes, line: shown.lines[0] ?? 1 } }),
  };
}

/** In the order in which they are shown. */
const VIEWS: AskedView[] = ['inline', 'frame', 'bounds'];

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
  const place = new RegExp(`(^| at )${RegExp.escape?.(file) ?? file.replaceAll('.', '\\.')}:(\\d+)`, 'gm');
  return text.replaceAll(place, (whole, before: string, line: string) => {
    const shownLine = show(Number(line));
    return shownLine === undefined ? whole : `${before}${file}:${shownLine}`;
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

/** Shown lines that carry a claim: all hold, or the block has problems. */
function confirmed(source: string, show: (line: number) => number | undefined): number[] {
  const lines = parseClaims(source).claims.map(({ line }) => show(line));
  return [...new Set(lines)].filter((line) => line !== undefined);
}
