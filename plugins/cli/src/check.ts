import {
  check,
  describeProblems,
  openSession,
  loadOptions,
  summaryLine,
  type Report,
  type Session,
} from '@escapement/remark';
import { defineCommand } from 'citty';
import { relative, resolve, sep } from 'node:path';
import { withProgress } from './progress.ts';

/** `escapement check [PATH…]`: exit status 0 when all is well, 1 with problems, 2 when it could not run. */
export const checkCommand = defineCommand({
  meta: { name: 'check', description: 'Verify all pages, or only the given ones, and list every problem.' },
  args: {
    root: { type: 'string', default: '.', description: 'The root of the project' },
    format: {
      type: 'enum',
      options: ['text', 'json'],
      default: 'text',
      description: 'How to print the report',
    },
  },
  async run({ args }) {
    const root = resolve(args.root);
    try {
      const session = openSession(root, await loadOptions(root));
      const paths = args._.map((path) => relative(root, resolve(path)).split(sep).join('/'));
      const report = await withProgress((onProgress) =>
        check(session, { onProgress, ...(paths.length > 0 && { paths }) }),
      );
      process.stdout.write(args.format === 'json' ? json(report) : await text(session, report));
      process.exitCode = report.problems.length > 0 ? 1 : 0;
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    }
  },
});

function json(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

async function text(session: Session, { problems, pages, examples, go }: Report): Promise<string> {
  const list = problems.length > 0 ? `${await describeProblems(session, problems)}\n\n` : '';
  return `${list}${summaryLine(pages.length, examples, problems.length, go)}\n`;
}
