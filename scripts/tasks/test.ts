import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bringChromium } from '../setup/chromium.ts';
import { bringGo, goEnvironment } from '../setup/go.ts';
import { explain } from '../setup/missing.mjs';
import { node } from './commands.ts';
import type { Context } from './commands.ts';
import type { Counts } from './counts.ts';
import { lint } from './lint.ts';

/**
 * Runs the checkers and the tests. The last line that it prints is `N passed, N failed`: tests, and as
 * one failure more the checkers, test files that could not be loaded and a runner that broke.
 *
 * @param context The task's. Arguments are Vitest's; when there are any, only the tests run.
 * @returns 0 when nothing failed.
 */
export async function test(context: Context): Promise<number> {
  const { passed, failed } = await runAll(context);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runAll(context: Context): Promise<Counts> {
  let env: NodeJS.ProcessEnv;
  try {
    env = await testEnvironment(context);
  } catch (error) {
    console.error(explain(error));
    return { passed: 0, failed: 1 };
  }
  const linted = context.args.length === 0 ? await lint({ ...context, env }) : 0;
  const { passed, failed } = await runVitest({ ...context, env });
  return { passed, failed: failed + (linted === 0 ? 0 : 1) };
}

/** Go on PATH, and `ESCAPEMENT_CHROMIUM`, for the projects that need them. */
async function testEnvironment({ root, args, env = process.env }: Context): Promise<NodeJS.ProcessEnv> {
  const projects = args.flatMap((arg, index) => (args[index - 1] === '--project' ? [arg] : []));
  const runs = (...names: string[]) => projects.length === 0 || names.some((name) => projects.includes(name));
  const withGo = runs('toolchain', 'site', 'browser') ? goEnvironment(await bringGo(root, env), env) : env;
  if (!runs('browser')) return withGo;
  return { ...withGo, ESCAPEMENT_CHROMIUM: await bringChromium(root, env) };
}

async function runVitest({ root, args, env }: Context): Promise<Counts> {
  const file = join(root, '.escapement', 'test-counts.json');
  mkdirSync(join(root, '.escapement'), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=./scripts/tasks/counts.ts'];
  const status = await node(
    { root, args: ['run', ...reporters, ...args], env: { ...env, ESCAPEMENT_TEST_COUNTS: file } },
    'node_modules/vitest/vitest.mjs',
  );
  const counts = readCounts(file);
  // Vitest may also end badly with no test failing: an error outside the tests, or no test found.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}
