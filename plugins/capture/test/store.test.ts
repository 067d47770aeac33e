import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import memory from 'unstorage/drivers/memory';
import { openStore } from '../src/index.ts';

const KEY = 'compile:0123abcd';

async function fresh() {
  const dir = await mkdtemp(join(tmpdir(), 'store-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const warnings: string[] = [];
  return { dir, warnings, store: openStore(dir, (message) => warnings.push(message)) };
}

test('what was put is got, and nothing else', async () => {
  const { store, dir, warnings } = await fresh();
  expect(await store.has(KEY)).toBe(false);
  expect(await store.get(KEY)).toBeUndefined();
  await store.put(KEY, { text: 'a → b\n', list: [1, 2] });
  expect(await store.has(KEY)).toBe(true);
  expect(await store.get(KEY)).toEqual({ text: 'a → b\n', list: [1, 2] });
  expect(await openStore(dir).get(KEY)).toEqual({ text: 'a → b\n', list: [1, 2] });
  expect(warnings).toEqual([]);
});

test.each([
  ['cut off', (text: string) => text.slice(0, -20)],
  ['empty', () => ''],
  ['changed', (text: string) => text.replace('true', 'false')],
  ['of another shape', () => '[]'],
])('an entry that is %s counts as absent, with a warning, and can be put again', async (_, damage) => {
  const { store, dir, warnings } = await fresh();
  await store.put(KEY, { right: true });
  const path = join(dir, 'compile', '0123abcd.json');
  await writeFile(path, damage(await readFile(path, 'utf8')));
  expect(await store.get(KEY)).toBeUndefined();
  expect(warnings).toEqual([expect.stringContaining(KEY)]);
  await store.put(KEY, { right: true });
  expect(await store.get(KEY)).toEqual({ right: true });
});

test('many writers of one entry leave one whole entry and no temporary files', async () => {
  const { dir } = await fresh();
  const value = { text: 'x'.repeat(200_000) };
  await Promise.all(Array.from({ length: 20 }, () => openStore(dir).put(KEY, value)));
  expect(await readdir(join(dir, 'compile'))).toEqual(['0123abcd.json']);
  expect(await openStore(dir).get(KEY)).toEqual(value);
});

test('a store that cannot be written warns and goes on', async () => {
  const { dir, warnings } = await fresh();
  await writeFile(join(dir, 'file'), '');
  const store = openStore(join(dir, 'file'), (message) => warnings.push(message));
  await store.put(KEY, 1);
  expect(warnings).toEqual([expect.stringContaining('could not be written')]);
  expect(await store.get(KEY)).toBeUndefined();
});

test('any driver of unstorage will do', async () => {
  const store = openStore(memory());
  await store.put(KEY, { right: true });
  expect(await store.get(KEY)).toEqual({ right: true });
});
