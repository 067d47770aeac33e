import type { Problem } from '@escapement/facts';
import { excerpt } from './excerpt.ts';
import type { Session } from './session.ts';

/** `formatProblems` for a project: the texts for the excerpts are read from its files. */
export async function describeProblems({ options, read }: Session, problems: Problem[]): Promise<string> {
  const paths = [...new Set(problems.map(({ path }) => path))];
  const texts = new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
  return formatProblems(problems, options.docs, (path) => texts.get(path));
}

/**
 * Problems as text for a terminal: place, rule and reason on the first line, the author's line with a
 * caret below it, then what was expected and what to do.
 *
 * @param textOf gives the text of a file that a problem is in, where it can be had
 */
export function formatProblems(
  problems: Problem[],
  docs: string,
  textOf: (path: string) => string | undefined,
): string {
  return problems.map((problem) => formatProblem(problem, docs, textOf(problem.path))).join('\n\n');
}

function formatProblem(problem: Problem, docs: string, text: string | undefined): string {
  const { rule, path, start, reason, expected, note, level } = problem;
  const label = level ? `${level}: ` : '';
  const lines = [
    `${path}:${start.line}:${start.column}: ${label}${reason} [${rule}]`,
    ...excerpt(problem, text).map((line) => `  ${line}`),
  ];
  if (expected?.some((word) => !reason.includes(word))) lines.push(`  expected: ${expected.join(', ')}`);
  if (note) lines.push(...note.split('\n').map((line) => `  ${line}`));
  if (docs) lines.push(`  see ${docs}#${rule}`);
  return lines.join('\n');
}

/** One line that says how it went: `3 pages, 17 examples, no problems (go1.26.8)`. */
export function summaryLine(
  pages: number,
  examples: number,
  problems: number,
  go: string | undefined,
): string {
  const counts = `${plural(pages, 'page')}, ${plural(examples, 'example')}`;
  const found = problems === 0 ? 'no problems' : plural(problems, 'problem');
  return `${counts}, ${found}${go ? ` (${go})` : ''}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
