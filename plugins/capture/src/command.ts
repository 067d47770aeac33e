import { relative } from 'node:path';
import type { Unit } from '@escapement/facts';
import type { ExamplesModule } from './module.ts';
import { aliasOf } from './package.ts';
import { gcflagsWord, shellWord } from './shell.ts';

/** A command that a reader can type, in the project's root or beside the copied files, to see the same. */
export function commandOf(
  { package: source }: Unit,
  tests: boolean,
  gcflags: string[],
  root: string,
  module?: ExamplesModule,
): string {
  const flags = gcflagsWord(['-m=2', ...gcflags]);
  const base = source.kind === 'directory' && module ? module.dir : root;
  const change = relative(root, base) && `-C ${shellWord(relative(root, base))}`;
  const what =
    source.kind === 'directory'
      ? shellWord(`./${relative(base, source.dir)}`)
      : source.name === undefined
        ? source.files.map(({ name }) => shellWord(name)).join(' ')
        : shellWord(aliasOf(source));
  const words = tests
    ? ['go test', change, '-c -o /dev/null', flags, what]
    : ['go build', change, flags, what];
  return words.filter(Boolean).join(' ');
}
