import { relative } from 'node:path';
import type { Unit } from '@escapement/facts';
import type { ExamplesModule } from './module.ts';
import { aliasOf } from './package.ts';

/** A command that a reader can type, in the project's root or beside the copied files, to see the same. */
export function commandOf(
  { package: source }: Unit,
  tests: boolean,
  gcflags: string[],
  root: string,
  module?: ExamplesModule,
): string {
  const flags = gcflags.length > 0 ? `-gcflags='${['-m=2', ...gcflags].join(' ')}'` : '-gcflags=-m=2';
  const base = source.kind === 'directory' && module ? module.dir : root;
  const change = relative(root, base) && `-C ${relative(root, base)}`;
  const what =
    source.kind === 'directory'
      ? `./${relative(base, source.dir)}`
      : source.name === undefined
        ? source.files.map(({ name }) => name).join(' ')
        : aliasOf(source);
  const words = tests
    ? ['go test', change, '-c -o /dev/null', flags, what]
    : ['go build', change, flags, what];
  return words.filter(Boolean).join(' ');
}
