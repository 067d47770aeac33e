import { relative } from 'node:path';
import type { Toolchain, Unit, Variant } from '@escapement/facts';
import type { Setting } from './assemble.ts';
import { aliasOf } from './package.ts';
import { gcflagsWord, shellWord } from './shell.ts';

/** A command that a reader can type, in the project's root or beside the copied files, to see the same. */
export function commandOf(
  { package: source }: Unit,
  tests: boolean,
  gcflags: string[],
  { root, module, toolchain, variant }: Setting,
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
  return [...environmentOf(toolchain, variant), ...words.filter(Boolean)].join(' ');
}

/** What a variant sets in front of a command: the same release even where it names only a version. */
export function environmentOf({ version, goos, goarch }: Toolchain, variant: Variant = {}): string[] {
  return [
    ...(variant.go ? [`GOTOOLCHAIN=${version.split(' ')[0]}`] : []),
    ...(variant.goarch ? [`GOOS=${goos}`, `GOARCH=${goarch}`] : []),
  ];
}
