import { ENVIRONMENT, PLACES, type Confined, type Program } from './sandbox-program.ts';

/**
 * Runs a program as it is: no sandbox, only a directory of its own and an environment that holds nothing
 * of the user's.
 */
export function inTheOpen({ binary, args, home, reads, writes, env = {} }: Program): Confined {
  const cwd = reads ?? home;
  const here = (text: string) => (writes ? text.replaceAll(writes.as, writes.path) : text);
  const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, here(value)]));
  return {
    command: binary,
    args: args.map(here),
    cwd,
    env: { ...ENVIRONMENT, HOME: home, TMPDIR: home, PWD: cwd, ...variables },
    tidy: (text) => text.replaceAll(home, '$HOME').replaceAll(binary, PLACES.binary),
  };
}
