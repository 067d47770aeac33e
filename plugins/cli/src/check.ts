import {
  changedPages,
  check,
  loadOptions,
  openSession,
  type Report,
  type CheckRequest,
  type Session,
} from '@escapement/remark';
import { defineCommand, type ArgsDef } from 'citty';
import { relative, resolve, sep } from 'node:path';
import { expectOptions } from './expect.ts';
import type { Format } from './format/index.ts';
import { withProgress } from './progress.ts';
import { failing, reportText } from './tell.ts';
import { watchProject } from './watch.ts';

const options = {
  root: { type: 'string', default: '.', description: 'The root of the project' },
  frozen: { type: 'boolean', default: false, description: 'Use the committed captures alone, and no Go' },
  format: {
    type: 'enum',
    options: ['text', 'json', 'sarif', 'junit', 'github'] as ('text' | Format)[],
    default: 'text',
    description: 'How to print the report',
  },
  'fail-fast': { type: 'boolean', default: false, description: 'Stop at the first page that has a problem' },
  changed: {
    type: 'string',
    valueHint: 'COMMIT',
    description: 'Only pages that changes since that commit of git concern: HEAD, main',
  },
  watch: { type: 'boolean', default: false, description: 'Check again whenever a file changes' },
  fix: {
    type: 'boolean',
    default: false,
    description:
      'Mend stale claims, kept numbers and the layout of fences: shows the changes, and asks before it writes',
  },
  yes: { type: 'boolean', default: false, description: 'With --fix: write without asking' },
} satisfies ArgsDef;

/** `escapement check [PATH…]`: exit status 0 when all is well, 1 with problems, 2 when it could not run. */
export const checkCommand = defineCommand({
  meta: { name: 'check', description: 'Verify all pages, or only the given ones, and list every problem.' },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      if (args.fix && (args.watch || args.frozen))
        throw new Error('Unexpected --fix with --watch or --frozen, expected it alone');
      const root = resolve(args.root);
      const given = args._.map((path) => relative(root, resolve(path)).split(sep).join('/'));
      const run = async () => {
        const session = openSession(root, await loadOptions(root, args.frozen ? { frozen: true } : {}));
        await checkOnce(session, given, args);
      };
      await run();
      if (args.watch) await watchProject(root, await loadOptions(root), () => failing(run));
    }),
});

interface Asked {
  format?: 'text' | Format | undefined;
  'fail-fast': boolean;
  changed?: string | undefined;
  fix: boolean;
  yes: boolean;
}

async function checkOnce(session: Session, given: string[], asked: Asked): Promise<void> {
  const { format = 'text', changed, 'fail-fast': failFast } = asked;
  const among = changed === undefined ? undefined : await changedPages(session, changed);
  const chosen = given.length > 0 ? given.filter((path) => !among || among.includes(path)) : among;
  const run = (onPage?: CheckRequest['onPage']) =>
    withProgress((onProgress) =>
      check(session, { onProgress, failFast, ...(chosen && { paths: chosen }), ...(onPage && { onPage }) }),
    );
  // What is told of --fix must not stand in a report for programs.
  const told = format === 'text' ? process.stdout : process.stderr;
  const { report, left } = asked.fix
    ? await (await import('./fix.ts')).fixPages(session, run, asked.yes, told)
    : { report: await run(), left: false };
  const text =
    format === 'text' ? await reportText(session, report) : await formatted(report, format, session);
  process.stdout.write(text);
  process.exitCode = left || report.problems.length > 0 ? 1 : 0;
}

/** The report for a program; what writes it is loaded only when it is asked for. */
async function formatted(report: Report, format: Format, { options: site }: Session): Promise<string> {
  const { formats } = await import('./format/index.ts');
  return formats[format](report, site);
}
