import { check, openSession, loadOptions, type Report } from '@escapement/remark';
import { defineCommand } from 'citty';
import { relative, resolve, sep } from 'node:path';
import { withProgress } from './progress.ts';
import { failing, reportText } from './tell.ts';

/** `escapement check [PATH…]`: exit status 0 when all is well, 1 with problems, 2 when it could not run. */
export const checkCommand = defineCommand({
  meta: { name: 'check', description: 'Verify all pages, or only the given ones, and list every problem.' },
  args: {
    root: { type: 'string', default: '.', description: 'The root of the project' },
    frozen: { type: 'boolean', default: false, description: 'Use the committed captures alone, and no Go' },
    format: {
      type: 'enum',
      options: ['text', 'json'],
      default: 'text',
      description: 'How to print the report',
    },
  },
  run: ({ args }) =>
    failing(async () => {
      const root = resolve(args.root);
      const session = openSession(root, await loadOptions(root, args.frozen ? { frozen: true } : {}));
      const paths = args._.map((path) => relative(root, resolve(path)).split(sep).join('/'));
      const report = await withProgress((onProgress) =>
        check(session, { onProgress, ...(paths.length > 0 && { paths }) }),
      );
      process.stdout.write(args.format === 'json' ? json(report) : await reportText(session, report));
      process.exitCode = report.problems.length > 0 ? 1 : 0;
    }),
});

function json(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
