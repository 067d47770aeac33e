import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createStorage, type Driver } from 'unstorage';
import { servers, silentServer } from './servers.ts';

/*
 * A store on another machine, as a team has it: `escapement check` with a driver of unstorage and a real
 * server behind it.
 */
const bin = new URL('../src/bin.ts', import.meta.url).pathname;
const driversOf = (name: string) => import.meta.resolve(`unstorage/drivers/${name}`);

const PAGE = [1, 2, 3].map((n) => `\`\`\`go run\nfmt.Println(${n})\n\`\`\`\n`).join('\n');
const RIGHT = expect.stringContaining('1 page, 3 examples, no problems');

/** A project that keeps its captures where `driver` says; `onList` is a line of shell, run before examples are compiled. */
async function project(driver: string, onList = '') {
  const cwd = await mkdtemp(join(tmpdir(), 'store-test-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await mkdir(join(cwd, 'content'));
  await writeFile(join(cwd, 'content', 'page.md'), PAGE);
  await writeFile(
    join(cwd, 'escapement.config.mjs'),
    `import http from '${driversOf('http')}';
     import redis from '${driversOf('redis')}';
     export default { go: './go.sh', sandbox: 'off', store: ${driver} };`,
  );
  await writeFile(
    join(cwd, 'go.sh'),
    `#!/bin/sh\necho "$1" >> go.log\nif [ "$1" = list ]; then ${onList || ':'}; fi\nexec go "$@"\n`,
  );
  await chmod(join(cwd, 'go.sh'), 0o755);
  return {
    check: () => promisify(execFile)(process.execPath, [bin, 'check'], { cwd }),
    /** How often examples were compiled. */
    async compiles() {
      return (await readFile(join(cwd, 'go.log'), 'utf8')).split('\n').filter((line) => line === 'list')
        .length;
    },
  };
}

describe.each(['http', 'redis'] as const)('a store behind %s', (name) => {
  /** The server's storage, as someone else sees it. */
  async function storageOf(driver: string) {
    const make = ((await import(driversOf(name))) as { default: unknown }).default;
    const made = new Function(name, `return ${driver}`)(make) as Driver;
    onTestFinished(async () => void (await made.dispose?.()));
    return { driver: made, storage: createStorage({ driver: made }) };
  }

  test('serves two builds at once, and the next one compiles nothing', async () => {
    const { driver } = await servers[name]();
    const { check, compiles } = await project(driver);
    for (const build of await Promise.all([check(), check()]))
      expect(build).toEqual({ stdout: RIGHT, stderr: '' });
    expect((await (await storageOf(driver)).storage.getKeys()).length).toBe(6);
    const before = await compiles();
    expect(await check()).toEqual({ stdout: RIGHT, stderr: '' });
    expect(await compiles()).toBe(before);
  });

  test('may hold entries that are cut off or changed: they are captured again, with a warning', async () => {
    const { driver: text } = await servers[name]();
    const { check } = await project(text);
    await check();
    const { driver, storage } = await storageOf(text);
    const keys = await storage.getKeys();
    await Promise.all(
      keys.map((key, at) => driver.setItem!(key, at % 2 ? '{"sum":"0' : '{"sum":"0","value":1}', {})),
    );
    const { stdout, stderr } = await check();
    expect(stdout).toEqual(RIGHT);
    for (const key of keys) expect(stderr).toContain(`The store's entry ${key} is damaged`);
    expect(await check()).toEqual({ stdout: RIGHT, stderr: '' });
  });

  test.each([
    ['before a build', true],
    ['in the middle of one', false],
  ])('may go down %s: that is told once, and the build is right', async (_, before) => {
    const { driver, pid, stop } = await servers[name]();
    const { check } = await project(driver, before ? '' : `kill -9 ${pid}`);
    if (before) await stop();
    const { stdout, stderr } = await check();
    expect(stdout).toEqual(RIGHT);
    expect(stderr.match(/EscapementWarning: .*/g), stderr).toEqual([
      expect.stringMatching(/: The store can't be reached: .+\. The build goes on without it\.$/),
    ]);
  });
});

test('a store that never answers is not waited for', async () => {
  const { check } = await project(await silentServer());
  const { stdout, stderr } = await check();
  expect(stdout).toEqual(RIGHT);
  expect(stderr).toContain('no answer within 10 s');
  expect(stderr.match(/store-unreachable/g)).toHaveLength(1);
});
