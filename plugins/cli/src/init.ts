import { uncommitted } from '@escapement/remark';
import { defineCommand, type ArgsDef } from 'citty';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expectOptions } from './expect.ts';
import { ask } from './ask.ts';
import { describeChanges, writeChanges, type Change } from './change.ts';
import { existingSite } from './init/existing-site.ts';
import { isEmpty, newSite } from './init/new-site.ts';
import { ownPackages } from './init/versions.ts';
import { failing } from './tell.ts';

const options = {
  yes: { type: 'boolean', default: false, description: 'Change an existing project without asking' },
  from: {
    type: 'string',
    valueHint: 'DIR',
    description: 'A folder with tarballs of our packages, for what is not published',
  },
} satisfies ArgsDef;

/**
 * `escapement init [DIR]`: makes a site in an empty folder, or adds itself to an Astro or Starlight project.
 * Exit status 2 where it can't; nothing is written then.
 */
export const initCommand = defineCommand({
  meta: {
    name: 'init',
    description: 'Make a site in an empty folder, or add Escapement to an Astro project.',
  },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      const [folder = '.', ...more] = args._;
      if (more.length > 0) throw new Error(`Unexpected argument ${more[0]}, expected one folder`);
      const root = resolve(folder);
      const packages = ownPackages(args.from);
      const fresh = isEmpty(root);
      const changes = fresh ? await newSite(root, packages) : await existingSite(root, packages);
      if (changes.length === 0) {
        process.stdout.write('Nothing to do: Escapement is set up here.\n');
        return;
      }
      if (!fresh && !args.yes && !(await agreed(root, changes))) {
        process.stdout.write('Nothing was written.\n');
        return;
      }
      if (!fresh && args.yes) process.stdout.write(describeChanges(changes));
      await writeChanges(root, changes);
      if (fresh) process.stdout.write(changes.map(({ path }) => `wrote ${path}\n`).join(''));
      process.stdout.write(nextCommands(folder, fresh));
    }),
});

/** Shows what would change, and asks. Work that is not committed could not be told from it any more. */
async function agreed(root: string, changes: Change[]): Promise<boolean> {
  const files = changes.flatMap(({ path, before }) => (before === undefined ? [] : path));
  const unsafe = await uncommitted(root, files);
  if (unsafe.length > 0)
    throw new Error(
      `Unexpected changes that are not committed, in ${unsafe.join(', ')}: commit them first, or give --yes.`,
    );
  process.stdout.write(describeChanges(changes));
  return ask('Write these changes?');
}

/** What to type next, with the package manager whose lockfile the project has. */
function nextCommands(folder: string, fresh: boolean): string {
  const enter = folder === '.' ? '' : `cd ${/^[\w./-]+$/.test(folder) ? folder : `'${folder}'`} && `;
  const locks = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun' };
  const manager = Object.entries(locks).find(([lock]) => existsSync(resolve(folder, lock)))?.[1] ?? 'npm';
  const then = fresh ? 'npm run dev' : `${manager === 'npm' ? 'npx' : manager} escapement check`;
  return `\nNext:\n  ${enter}${manager} install\n  ${then}\n`;
}
