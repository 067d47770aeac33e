import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { spawnGroup } from '../src/index.ts';

const sh = (script: string, options = {}) =>
  spawnGroup('/bin/sh', ['-c', script], { cwd: '/', env: { PATH: process.env['PATH'] }, ...options });

test('output, status and signal', async () => {
  expect(await sh('echo out; echo err >&2; exit 3')).toEqual({
    ending: 'exited',
    exit: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  });
  expect(await sh('kill -TERM $$')).toMatchObject({ ending: 'signal', signal: 'SIGTERM', exit: 143 });
});

test('stdin is empty and nothing of the environment is inherited', async () => {
  process.env['A_SECRET'] = 'hidden';
  expect((await sh('cat; env')).stdout).not.toContain('hidden');
});

test('the time limit ends the whole group, children that ignore SIGTERM too', async () => {
  const file = await temporary();
  const { ending } = await sh(`(trap '' TERM; ${tick(file)}) & wait`, { timeoutMs: 1_000 });
  expect(ending).toBe('timeout');
  expect(await grows(file)).toBe(false);
});

test('children that outlive the command are ended with it', async () => {
  const file = await temporary();
  expect(await sh(`${tick(file)} & until [ -s '${file}' ]; do sleep 0.05; done`)).toMatchObject({
    ending: 'exited',
    exit: 0,
  });
  expect(await grows(file)).toBe(false);
});

test('a child that left the group does not hold up the result', async () => {
  expect(await sh('setsid sleep 5 & sleep 0.2; echo done')).toMatchObject({
    ending: 'exited',
    stdout: 'done\n',
  });
});

test('the output limit counts both streams, cuts at it, and never cuts a character', async () => {
  const facts = await sh('while :; do echo é; done', { maxOutputBytes: 1000 });
  expect(facts).toMatchObject({ ending: 'output-limit', exit: -1 });
  expect(facts.stdout).toBe('é\n'.repeat(333));
  const both = await sh('printf 12345; printf 67890 >&2; sleep 60', { maxOutputBytes: 7 });
  expect(both.ending).toBe('output-limit');
  // Which of the two is read first is up to the system.
  expect(['12345,67', '12,67890']).toContain(`${both.stdout},${both.stderr}`);
});

test('pieces instead of one text', async () => {
  const pieces: string[] = [];
  const facts = await sh('echo a; echo b', { onStdout: (text: string) => pieces.push(text) });
  expect([facts.stdout, pieces.join('')]).toEqual(['', 'a\nb\n']);
});

test('a command that is not there, and an abort', async () => {
  await expect(spawnGroup('/no/such', [], { cwd: '/', env: {} })).rejects.toThrow('ENOENT');
  const abort = new AbortController();
  const running = sh('sleep 60', { signal: abort.signal });
  await setTimeout(100);
  abort.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  await expect(sh('true', { signal: abort.signal })).rejects.toThrow('enough');
});

async function temporary(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'spawn-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return join(dir, 'ticks');
}

function tick(file: string): string {
  return `while echo tick >> '${file}'; do sleep 0.05; done`;
}

async function grows(file: string): Promise<boolean> {
  const { size } = await stat(file);
  expect(size).toBeGreaterThan(0);
  await setTimeout(400);
  return (await stat(file)).size > size;
}
