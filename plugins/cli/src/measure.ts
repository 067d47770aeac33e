import { loadOptions, measureSite, openSession, pruneSite } from '@escapement/remark';
import { defineCommand } from 'citty';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { expectOptions } from './expect.ts';
import { withProgress } from './progress.ts';
import { failing, removedLines, reportText } from './tell.ts';

const options = {
  root: { type: 'string', default: '.', description: 'The root of the project' },
  prune: {
    type: 'boolean',
    default: false,
    description: 'Only delete the timings of examples that are gone',
  },
} as const;

/** `escapement measure [WORD…]`: exit status as `check`, and 2 where no benchmark has the words. */
export const measureCommand = defineCommand({
  meta: {
    name: 'measure',
    description:
      'Take timings anew: all, or those of pages, examples and folders that have one of the words.',
  },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      const root = resolve(args.root);
      const session = openSession(root, await loadOptions(root));
      if (args.prune) {
        process.stdout.write(removedLines(await pruneSite(session)));
        return;
      }
      warnOfLoad();
      const { renewed, removed, report } = await withProgress((onProgress) =>
        measureSite(session, args._, onProgress),
      );
      if (renewed.length === 0 && args._.length > 0)
        throw new Error(
          `Unexpected words ${args._.join(', ')}: no example with a benchmark has one of them.`,
        );
      process.stdout.write(`${renewed.map((id) => `measured ${id}\n`).join('')}${removedLines(removed)}`);
      process.stdout.write(await reportText(session, report));
      process.exitCode = report.problems.length > 0 ? 1 : 0;
    }),
});

/** What else runs on the machine ends up in the timings. */
function warnOfLoad(): void {
  const [load = 0] = loadavg();
  if (load <= availableParallelism() / 2) return;
  process.stderr.write(`The machine is busy (load ${load.toFixed(1)}): the timings will be noisy.\n`);
}
