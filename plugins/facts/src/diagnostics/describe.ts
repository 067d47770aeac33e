import { stepWords } from '../sites/words.ts';
import { explainedBy } from './explained.ts';
import { foldInstances } from './instances.ts';
import { printPlace } from './place.ts';
import type { Diagnostic, Flow } from './types.ts';

/**
 * Diagnostics as text for people: by file and line, with the line itself where `sources` has it; below
 * it each decision, and under that the steps of its chain in words. Places without a line come as they
 * are met.
 */
export function describeDiagnostics(
  diagnostics: Diagnostic[],
  sources: ReadonlyMap<string, string> = new Map(),
): string {
  const folded = foldInstances(diagnostics);
  const headers = Map.groupBy(
    folded.filter(({ flows }) => flows),
    explainedBy,
  );
  const decided = new Set(folded.filter(({ flows }) => !flows).map(explainedBy));
  // A chain stands below its decision; one without a decision stands by itself.
  const told = folded.filter((diagnostic) => !diagnostic.flows || !decided.has(explainedBy(diagnostic)));
  const lines = Map.groupBy(told, lineOf);
  return inOrder([...lines.keys()], told)
    .map((line) => {
      const said = lines.get(line)!.flatMap((diagnostic) => {
        const chains = diagnostic.flows ? [diagnostic] : (headers.get(explainedBy(diagnostic)) ?? []);
        return [sentence(diagnostic), ...chains.flatMap(({ flows }) => flows!.flatMap(steps))];
      });
      return [title(line, lines.get(line)![0]!, sources), ...said].join('\n');
    })
    .join('\n\n');
}

function lineOf(diagnostic: Diagnostic): string {
  const { pos } = diagnostic;
  return pos ? `${pos.file}:${pos.line}` : printPlace(diagnostic) || 'without a place';
}

/** Lines by number within their file, files as the compiler came to them. */
function inOrder(lines: string[], told: Diagnostic[]): string[] {
  const files = [...new Set(told.map(({ pos }) => pos?.file))];
  const first = new Map(told.toReversed().map((diagnostic) => [lineOf(diagnostic), diagnostic.pos]));
  const rank = (line: string) => files.indexOf(first.get(line)?.file);
  return lines.toSorted((a, b) => rank(a) - rank(b) || (first.get(a)?.line ?? 0) - (first.get(b)?.line ?? 0));
}

function title(line: string, { pos }: Diagnostic, sources: ReadonlyMap<string, string>): string {
  const source = pos && sources.get(pos.file)?.split('\n')[pos.line - 1]?.trim();
  return source ? `${line}: ${source}` : line;
}

function sentence({ message, pos, func, kind, instances }: Diagnostic): string {
  const column = pos?.column === undefined ? '' : `${pos.column}: `;
  const inside = func !== undefined && !kind.includes('inline') ? ` [in ${func}]` : '';
  return `  ${column}${message.replace(/:$/, '')}${inside}${instances ? ` (${instances} times)` : ''}`;
}

function steps({ from, warning }: Flow): string[] {
  const words = from.map((step) => `      ${step.expr}: ${stepWords(step.why)} (${printPlace(step)})`);
  return warning === undefined ? words : [...words, `      (${warning})`];
}
