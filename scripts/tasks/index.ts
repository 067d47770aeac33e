import { bringChromium } from '../setup/chromium.ts';
import { goEnvironment, bringGo } from '../setup/go.ts';
import { astro, node } from './commands.ts';
import type { Task } from './commands.ts';
import { lint } from './lint.ts';
import { test } from './test.ts';

/** Every task of `package.json`, by its name. */
export const tasks = {
  start: withGo(async (context) => {
    const built = await astro({ ...context, args: [] }, 'build');
    return built === 0 ? astro(context, 'preview') : built;
  }),
  dev: withGo((context) => astro(context, 'dev')),
  build: withGo((context) => astro(context, 'build')),
  check: withGo((context) => node(context, 'plugins/cli/src/bin.ts', 'check')),
  measure: withGo((context) => node(context, 'plugins/cli/src/bin.ts', 'measure')),
  freeze: withGo((context) => node(context, 'plugins/cli/src/bin.ts', 'freeze')),
  bench: withGo((context) => node(context, 'scripts/bench.ts')),
  'kill-test': withGo((context) => node(context, 'scripts/kill-test.ts')),
  screenshots: withGo(withChromium((context) => node(context, 'scripts/screenshots.ts'))),
  lighthouse: withGo(withChromium((context) => node(context, 'scripts/lighthouse.ts'))),
  reference: (context) => node(context, 'scripts/reference.ts'),
  pack: (context) => node(context, 'scripts/pack.ts'),
  test,
  lint,
} satisfies Record<string, Task>;

/** A task that finds the path of a Chromium in ESCAPEMENT_CHROMIUM. */
function withChromium(task: Task): Task {
  return async (context) => {
    const env = context.env ?? process.env;
    const ESCAPEMENT_CHROMIUM = await bringChromium(context.root, env);
    return task({ ...context, env: { ...env, ESCAPEMENT_CHROMIUM } });
  };
}

/** A task that finds `go` on PATH; with `--frozen` (or ESCAPEMENT_FROZEN=1) it needs none. */
function withGo(task: Task): Task {
  return async (context) => {
    const env = context.env ?? process.env;
    const args = context.args.filter((arg) => arg !== '--frozen');
    if (args.length < context.args.length || env['ESCAPEMENT_FROZEN'] === '1')
      return task({ ...context, args, env: { ...env, ESCAPEMENT_FROZEN: '1' } });
    return task({ ...context, env: goEnvironment(await bringGo(context.root, env), env) });
  };
}
