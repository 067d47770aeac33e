import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { bringGo, goEnvironment } from '../../scripts/setup/go.ts';

let goroot: string;
beforeAll(() => {
  goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
});

test('the Go on PATH is used', async () => {
  expect(await bringGo(folder(), { PATH: join(goroot, 'bin') })).toBe(join(goroot, 'bin', 'go'));
});

test('one that is too old is passed over', async () => {
  const old = fake('go1.22.12');
  expect(await bringGo(folder(), { PATH: `${dirname(old)}:${join(goroot, 'bin')}` })).toBe(
    join(goroot, 'bin', 'go'),
  );
});

test('ESCAPEMENT_GO names the Go or its folder', async () => {
  const go = join(goroot, 'bin', 'go');
  expect(await bringGo(folder(), { ESCAPEMENT_GO: goroot })).toBe(go);
  expect(await bringGo(folder(), { ESCAPEMENT_GO: go })).toBe(go);
});

test.each([
  ['go1.22.12', /^ESCAPEMENT_GO names \S+, which is go1\.22\.12\. Let it name/],
  [undefined, /^ESCAPEMENT_GO names \S+, which is not a Go that runs\. Let it name/],
])('ESCAPEMENT_GO is not replaced when it is %s', async (version, message) => {
  const go = version === undefined ? '/nowhere/go' : fake(version);
  await expect(bringGo(folder(), { ESCAPEMENT_GO: go })).rejects.toThrow(message);
});

test('ESCAPEMENT_GO=fetch does not look at the Go that is there', async () => {
  const env = { ESCAPEMENT_GO: 'fetch', PATH: join(goroot, 'bin'), GOPROXY: 'off' };
  await expect(bringGo(folder(), env)).rejects.toThrow(/could not be fetched \(GOPROXY names no proxy\)/);
});

test('the Go that was found comes first, and is not sent to the files of another', () => {
  expect(goEnvironment('/opt/go/bin/go', { PATH: '/usr/bin', GOROOT: '/elsewhere', HOME: '/h' })).toEqual({
    PATH: '/opt/go/bin:/usr/bin',
    HOME: '/h',
  });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'escapement-go-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A command that says it is a Go of some version. */
function fake(version: string): string {
  const file = join(folder(), 'bin', 'go');
  mkdirSync(dirname(file));
  writeFileSync(file, `#!/bin/sh\necho ${version}\n`);
  chmodSync(file, 0o755);
  return file;
}
