import { cleanStore, loadOptions } from '@escapement/remark';
import { defineCommand } from 'citty';
import { resolve } from 'node:path';
import { expectOptions } from './expect.ts';
import { failing } from './tell.ts';

const options = {
  root: { type: 'string', default: '.', description: 'The root of the project' },
  older: { type: 'string', description: 'Only what has not been used for so many days' },
} as const;

/** `escapement clean`: exit status 0 when the store is clean, 2 when it could not be cleaned. */
export const cleanCommand = defineCommand({
  meta: { name: 'clean', description: 'Remove what the store keeps between builds.' },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      if (args._.length > 0) throw new Error(`Unexpected argument ${args._[0]}, expected none`);
      const root = resolve(args.root);
      const { entries, bytes } = await cleanStore(root, await loadOptions(root), before(args.older));
      const size = bytes > 0 ? ` (${(bytes / 1e6).toFixed(1)} MB)` : '';
      process.stdout.write(`Removed ${entries} ${entries === 1 ? 'entry' : 'entries'}${size}.\n`);
    }),
});

function before(days: string | undefined): Date | undefined {
  if (days === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(days)) throw new Error(`Unexpected --older=${days}, expected a number of days`);
  return new Date(Date.now() - Number(days) * 24 * 60 * 60 * 1000);
}
