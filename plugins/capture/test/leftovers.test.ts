import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporary, sweepLeftovers } from '../src/leftovers.ts';

test('directories of processes that are gone are removed, and no others', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const dead = join(tmpdir(), `escapement-${gone}-AbC123`);
  const foreign = join(tmpdir(), `escapement-notes-${gone}`);
  for (const folder of [dead, foreign]) mkdirSync(folder, { recursive: true });
  const ours = await makeTemporary();
  await sweepLeftovers();
  expect([dead, foreign, ours].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  for (const folder of [foreign, ours]) rmSync(folder, { recursive: true });
});
