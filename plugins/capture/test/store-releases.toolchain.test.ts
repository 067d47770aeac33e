import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { captureOptions, openCapture, openStore } from '../src/index.ts';
import { fence, main, project } from './project.ts';

/*
 * What two releases of Go say of one program stands in one store, apart.
 */
const program = (text: string) =>
  fence(text, main(`\tprintln(runtime.Version(), ${text})`, 'runtime'), { run: { args: [], exit: 0 } });

async function releases(names: string[]) {
  const { root } = await project();
  const dir = join(root, '.escapement');
  const entries = async () => {
    const found = await readdir(dir, { recursive: true });
    return found.filter((name) => name.endsWith('.json')).map((name) => join(dir, name));
  };
  const bytes = async () => {
    const sizes = await Promise.all((await entries()).map(async (path) => (await stat(path)).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  /** Captures with one release, as a build of its own; says what the programs printed and what was done for it. */
  const build = async (go: string, limit = 100) => {
    const given = { store: '.escapement', storeLimitMB: limit, timings: 'committed' };
    const engine = await openCapture(root, captureOptions.parse(given), { go });
    const done = new Set<string>();
    const facts = await engine.capture(names.map(program), ({ phase }) => done.add(phase));
    const said = [...facts.values()].map(({ run }) => run!.stderr.trim());
    return { said, done: [...done] };
  };
  const age = async (paths: string[], day: number) => {
    for (const path of paths) await utimes(path, day * 86_400, day * 86_400);
  };
  return { dir, entries, bytes, build, age };
}

test('cleaning removes what one release has not been used for, and leaves the other’s', async () => {
  const { dir, entries, build, age } = await releases(['1', '2']);
  const fresh = ['compile', 'link', 'run'];
  expect(await build('1.24')).toEqual({ said: ['go1.24.11 1', 'go1.24.11 2'], done: fresh });
  const older = await entries();
  await age(older, 1);
  expect(await build('1.26')).toEqual({ said: ['go1.26.8 1', 'go1.26.8 2'], done: fresh });
  expect([older.length, (await entries()).length]).toEqual([4, 8]);
  expect(await openStore(dir).clear(new Date(2 * 86_400_000))).toMatchObject({ entries: 4 });
  expect((await build('1.26')).done).toEqual([]);
  expect(await build('1.24')).toEqual({ said: ['go1.24.11 1', 'go1.24.11 2'], done: fresh });
  expect(await openStore(dir).clear()).toMatchObject({ entries: 8 });
  expect(await entries().catch(() => [])).toEqual([]);
});

test('beyond the limit the release goes that was used less recently, and comes again when it is wanted', async () => {
  const { entries, bytes, build, age } = await releases(['1', '2']);
  await build('1.26');
  const newer = await entries();
  await build('1.24');
  const older = (await entries()).filter((path) => !newer.includes(path));
  await age(older, 1);
  await age(newer, 2);
  const whole = await bytes();
  // Room for both, and nothing was put: nothing goes.
  await build('1.26', whole / 1e6);
  expect(await entries()).toHaveLength(8);
  // A third release needs room: it is half as much again.
  const limit = 1.25 * whole;
  await build('1.25', limit / 1e6);
  const left = await entries();
  expect(await bytes()).toBeLessThanOrEqual(limit);
  expect(newer.filter((path) => !left.includes(path))).toEqual([]);
  expect(older.filter((path) => left.includes(path)).length).toBeLessThan(older.length);
  expect((await build('1.26')).done).toEqual([]);
  expect((await build('1.24')).said).toEqual(['go1.24.11 1', 'go1.24.11 2']);
});
