import type { Options } from '@escapement/remark';
import { watch } from 'chokidar';
import { resolve } from 'node:path';

/**
 * Runs `check` again whenever a page, a Go file of the examples or the options change, until the process is
 * told to end. Changes that come while it runs are answered by one more run.
 */
export async function watchProject(
  root: string,
  { content, examples }: Pick<Options, 'content' | 'examples'>,
  check: () => Promise<void>,
): Promise<void> {
  const watched = [...content, examples, 'escapement.config.mjs'].map((path) => resolve(root, path));
  const watcher = watch(watched, { ignoreInitial: true, ignored: /[/\\]node_modules[/\\]/ });
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<undefined>();
  process.once('SIGINT', () => interrupt(undefined)).once('SIGTERM', () => interrupt(undefined));
  let changed = Promise.withResolvers<string | undefined>();
  watcher.on('all', (_, path) => changed.resolve(path));
  process.stderr.write('Watching for changes; Ctrl+C ends it.\n');
  for (;;) {
    const path = await Promise.race([changed.promise, interrupted]);
    if (path === undefined) break;
    // An editor writes several files at once.
    await new Promise((done) => setTimeout(done, SETTLED_MS));
    changed = Promise.withResolvers();
    await check();
  }
  await watcher.close();
}

const SETTLED_MS = 60;
