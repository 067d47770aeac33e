import { join } from 'node:path';
import pLimit from 'p-limit';
import type { CaptureOptions } from './options.ts';
import { spawnGroup } from './spawn.ts';
import { findGo, goMissing } from './toolchain.ts';

/**
 * Go texts as the gofmt of the toolchain lays them out, files and fragments; undefined for what it can't parse.
 *
 * @throws an Error with `rule: 'go-missing'` where there is no Go, or one without gofmt
 */
export async function formatGo(
  root: string,
  { go: name, compile }: Pick<CaptureOptions, 'go' | 'compile'>,
  sources: string[],
): Promise<(string | undefined)[]> {
  if (sources.length === 0) return [];
  const go = await findGo(name, root, compile.commandTimeoutMs);
  const command = join(go.goroot, 'bin', 'gofmt');
  // It takes fragments from stdin alone, so each is a process of its own.
  return pLimit(AT_ONCE).map(sources, async (input) => {
    const options = { cwd: root, env: go.env, input, timeoutMs: compile.timeoutMs };
    const { exit, stdout } = await spawnGroup(command, [], options).catch((cause) => {
      throw goMissing(`gofmt cannot be started at ${command} (${cause.code ?? cause.message}).`);
    });
    if (exit !== 0) return undefined;
    return input.endsWith('\n') ? stdout : stdout.replace(/\n$/, '');
  });
}

const AT_ONCE = 4;
