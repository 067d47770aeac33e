import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createStorage } from 'unstorage';
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
  await store.put(`${KEY}1`, 1);
  expect(warnings).toEqual([expect.stringContaining("The store can't be reached: ENOTDIR")]);
  expect(await store.get(KEY)).toBeUndefined();
});

test('an entry cut or changed at any byte is never trusted', async () => {
  const { store, dir, warnings } = await fresh();
  const value = { text: 'escapes → heap "x"\n'.repeat(20), list: [1, { a: null }], right: true };
  await store.put(KEY, value);
  const path = join(dir, 'compile', '0123abcd.json');
  const whole = await readFile(path);
  for (let round = 0; round < 200; round++) {
    const at = Math.floor(Math.random() * whole.length);
    const damaged = Buffer.from(round % 2 === 0 ? whole.subarray(0, at) : whole);
    if (round % 2 === 1) damaged[at]! ^= 1 + Math.floor(Math.random() * 255);
    await writeFile(path, damaged);
    const got = await store.get(KEY);
    // A changed byte may leave the same data: a space, or another way to write a character.
    expect([undefined, value], `byte ${at} of round ${round}`).toContainEqual(got);
  }
  expect(warnings.length).toBeGreaterThan(150);
});

/** A store of five entries of about 1,000 bytes, used on the first five days of a year. */
async function aged() {
  const { dir, warnings, store } = await fresh();
  for (const day of [1, 2, 3, 4, 5]) {
    await store.put(`compile:${day}`, 'x'.repeat(900));
    const time = new Date(Date.UTC(2020, 0, day));
    await utimes(join(dir, 'compile', `${day}.json`), time, time);
  }
  const left = async () => (await readdir(join(dir, 'compile'))).map((name) => name.replace('.json', ''));
  return { dir, warnings, store: openStore(dir, (message) => warnings.push(message)), left };
}

test('beyond its limit, what was not used for longest goes, and nothing that this build used', async () => {
  const { store, left } = await aged();
  await store.trim(3000);
  expect(await left()).toEqual(['1', '2', '3', '4', '5']);
  await store.get('compile:1');
  await store.put('compile:6', 'x'.repeat(900));
  await store.trim(10_000);
  expect(await left()).toHaveLength(6);
  await store.put('compile:6', 'y'.repeat(900));
  await store.trim(3400);
  expect(await left()).toEqual(['1', '5', '6']);
});

test('what a killed writer left is evicted in its time', async () => {
  const { store, dir, left } = await aged();
  const path = join(dir, 'compile', '0.01234567-89ab-4cde-8f01-23456789abcd.json');
  await writeFile(path, 'half an ent');
  await utimes(path, 0, 0);
  await store.put('compile:6', '');
  await store.trim(4900);
  expect(await left()).toEqual(['2', '3', '4', '5', '6']);
});

test('cleaning removes all, or what was not used since a day, and nothing that is not the store’s', async () => {
  const { store, dir, left } = await aged();
  await writeFile(join(dir, 'notes.json'), '{}');
  const { entries, bytes } = await store.clear(new Date(Date.UTC(2020, 0, 3)));
  expect({ entries, left: await left() }).toEqual({ entries: 2, left: ['3', '4', '5'] });
  expect(bytes).toBeGreaterThan(1800);
  expect(await store.clear()).toMatchObject({ entries: 3 });
  expect(await readdir(dir)).toEqual(['notes.json']);
  await rm(join(dir, 'notes.json'));
  await store.clear();
  await expect(stat(dir)).rejects.toThrow('ENOENT');
  expect(await store.clear()).toEqual({ entries: 0, bytes: 0 });
});

test('any driver and any storage of unstorage will do; both can be cleaned as a whole', async () => {
  const shared = createStorage({ driver: memory() });
  await shared.setItem('somebody:else', 'keep');
  for (const place of [memory(), shared]) {
    const store = openStore(place);
    await store.put(KEY, { right: true });
    expect(await openStore(place).get(KEY)).toEqual({ right: true });
    await store.trim(1);
    await expect(store.clear(new Date())).rejects.toThrow('keeps no times');
    expect(await store.clear()).toEqual({ entries: 1, bytes: 0 });
    expect(await store.get(KEY)).toBeUndefined();
  }
  expect(await shared.getKeys()).toEqual(['somebody:else']);
});
