import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { project } from './project.ts';

const SOURCE = `package main

import (
	"os"
	"time"
)

func main() {
	for {
		f, _ := os.OpenFile(os.Args[1], os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		f.WriteString("tick ")
		f.Close()
		time.Sleep(20 * time.Millisecond)
	}
}
`;

test.each([
  ['SIGINT', 'for Ctrl-C', ''],
  ['SIGTERM', 'for a supervisor', ''],
  ['SIGINT', 'where somebody else handles it', `process.on('SIGINT', () => process.exit(7));`],
] as const)('%s %s: the temporary directory and all programs are gone', async (signal, _, listener) => {
  const { root, write } = await project();
  const temporary = join(root, 'tmp');
  await mkdir(temporary);
  const engine = new URL('../src/index.ts', import.meta.url).pathname;
  await write(
    'capture.ts',
    `import { captureOptions, openCapture } from '${engine}';
     ${listener}
     const capture = await openCapture('${root}', captureOptions.parse({ sandbox: 'off', run: { timeoutMs: 60_000 } }));
     const unit = { id: 'a', package: { kind: 'files', files: [{ name: 'main.go', source: ${JSON.stringify(SOURCE)} }] } };
     const rest = { fails: false, run: { args: ['${root}/ticks'], exit: 0 }, test: false, bench: false };
     await capture.capture([{ ...unit, ...rest }]);`,
  );
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'capture.ts')], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const written = async () => (await stat(join(root, 'ticks')).catch(() => undefined))?.size ?? 0;
  await expect.poll(written, { timeout: 120_000 }).toBeGreaterThan(0);
  expect(await readdir(temporary)).toHaveLength(1);
  const ended = new Promise((resolve) => child.once('exit', (code, by) => resolve(code ?? by)));
  child.kill(signal);
  expect(await ended).toBe(listener ? 7 : signal);
  expect(await readdir(temporary)).toEqual([]);
  const size = await written();
  await setTimeout(200);
  expect(await written()).toBe(size);
});
