import {
  findFixes,
  planFixes,
  type CheckRequest,
  type PageFixes,
  type Report,
  type Session,
} from '@escapement/remark';
import { ask } from './ask.ts';
import { describeChanges, writeChanges } from './change.ts';

type Run = (onPage?: CheckRequest['onPage']) => Promise<Report>;

/**
 * Mends what needs no author, after it has shown the changes: with `yes` at once, else when a person at a terminal
 * agrees. Returns the report of how things stand then, and whether something that could be mended was left.
 *
 * @param run checks the pages
 */
export async function fixPages(
  session: Session,
  run: Run,
  yes: boolean,
  out: NodeJS.WritableStream,
): Promise<{ report: Report; left: boolean }> {
  const found: PageFixes[] = [];
  const report = await run((page) => found.push(findFixes(page)));
  const { fixes, unformatted } = await planFixes(session, found);
  out.write(describeChanges(fixes));
  for (const path of unformatted)
    out.write(`${path} is quoted and not laid out as gofmt does; it was not touched: gofmt -w ${path}\n`);
  const agreed = fixes.length > 0 && (yes || (await agrees(fixes.length)));
  if (agreed) await writeChanges(session.root, fixes);
  const after = agreed ? await run() : report;
  if (after.problems.some(({ rule }) => rule === 'claim-verdict'))
    out.write('The verdict of a :::claim is never changed here: its sentence needs an author.\n');
  out.write(`${toldOf(fixes.length, agreed)}\n\n`);
  return { report: after, left: fixes.length > 0 && !agreed };
}

function toldOf(count: number, written: boolean): string {
  if (count === 0) return 'There is nothing that could be mended without an author.';
  const files = count === 1 ? '1 file' : `${count} files`;
  return written ? `Mended ${files}.` : `Nothing was written; --yes mends ${files} without asking.`;
}

async function agrees(count: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  return ask(`Write this to ${count === 1 ? 'the file' : `${count} files`}?`, process.stderr);
}
