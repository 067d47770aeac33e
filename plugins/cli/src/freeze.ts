import { freezeSite, loadOptions, openSession } from '@escapement/remark';
import { defineCommand } from 'citty';
import { resolve } from 'node:path';
import { expectOptions } from './expect.ts';
import { withProgress } from './progress.ts';
import { failing, removedLines, reportText } from './tell.ts';

const options = {
  root: { type: 'string', default: '.', description: 'The root of the project' },
} as const;

/** `escapement freeze`: exit status as `check`; nothing is frozen where there are problems. */
export const freezeCommand = defineCommand({
  meta: { name: 'freeze', description: 'Write what a build without Go needs into the captures.' },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      const root = resolve(args.root);
      const session = openSession(root, await loadOptions(root));
      const { renewed, removed, report } = await withProgress((onProgress) =>
        freezeSite(session, onProgress),
      );
      process.stdout.write(`${removedLines(removed)}${await reportText(session, report)}`);
      if (renewed.length > 0) process.stdout.write(`froze ${renewed.length} captures\n`);
      process.exitCode = report.problems.length > 0 ? 1 : 0;
    }),
});
