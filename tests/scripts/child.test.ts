import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { run } from '../../scripts/setup/child.mjs';

const quiet = { stdio: 'ignore' } as const;

test.each([
  ['process.exit(0)', 0],
  ['process.exit(7)', 7],
  ['process.kill(process.pid, "SIGTERM")', 128 + 15],
])('%s gives %i', async (program, status) => {
  expect(await run(process.execPath, ['-e', program], quiet)).toBe(status);
});

test('a command that does not exist is an error', async () => {
  await expect(run('/nowhere/go', [], quiet)).rejects.toThrow('ENOENT');
});

test('ending the script ends what it runs', async () => {
  const inner = 'console.log(process.pid); setInterval(() => {}, 1000)';
  const module = new URL('../../scripts/setup/child.mjs', import.meta.url).href;
  const outer = `
    const { run } = await import(${JSON.stringify(module)});
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(inner)}]);`;
  const script = spawn(process.execPath, ['--input-type=module', '-e', outer], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(script.stdout, 'data')) as [Buffer];
  script.kill('SIGTERM');
  expect(await once(script, 'exit')).toEqual([128 + 15, null]);
  expect(() => process.kill(Number(line), 0)).toThrow('ESRCH');
});
