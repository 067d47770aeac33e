import {
  check,
  formatProblems,
  openSession,
  loadOptions,
  summaryLine,
  type Report,
} from '@escapement/remark';
import { defineCommand } from 'citty';
import { readFileSync } from 'node:fs';
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
      const options = await loadOptions(root);
      const session = openSession(root, options);
      const paths = args._.map((path) => relative(root, resolve(path)).split(sep).join('/'));
      const report = await withProgress((onProgress) =>
        check(session, { onProgress, ...(paths.length > 0 && { paths }) }),
      );
      process.stdout.write(args.format === 'json' ? json(report) : text(report, root, options.docs));
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

function text({ problems, pages, examples, go }: Report, root: string, docs: string): string {
  const list =
    problems.length > 0 ? `${formatProblems(problems, docs, (path) => textOf(root, path))}\n\n` : '';
  return `${list}${summaryLine(pages.length, examples, problems.length, go)}\n`;
}

function textOf(root: string, path: string): string | undefined {
  try {
    return readFileSync(resolve(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
