import { describeProblems, summaryLine, type Report, type Session } from '@escapement/remark';

/** Runs a command; what it throws is told, and ends it with exit status 2. */
export async function failing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

/** A report for people: every problem, then one line that says how it went. */
export async function reportText(session: Session, report: Report): Promise<string> {
  const { problems, warnings, pages, examples, unknown, go } = report;
  const told = [...problems, ...warnings];
  const list = told.length > 0 ? `${await describeProblems(session, told)}\n\n` : '';
  // Never silent: a newer Go may say what the parser has yet to learn.
  const strange = unknown > 0 ? `${unknownMessages(unknown)}\n` : '';
  return `${list}${strange}${summaryLine(pages.length, examples, problems.length, go)}\n`;
}

/** Which files are gone, one a line. */
export function removedLines(names: string[]): string {
  return names.map((name) => `removed ${name}\n`).join('');
}

/** How many messages of the compiler no rule knows. */
export function unknownMessages(count: number): string {
  return `${count} unknown compiler message${count === 1 ? '' : 's'}`;
}
