import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

test('without a network one line says what is missing, and the install starts over next time', async () => {
  const root = checkout();
  const unfinished = join(root, 'node_modules', '.package-lock.json');
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(unfinished, JSON.stringify({ packages: {} }));
  const { status, stdout, stderr } = bringUp(root, 'test', await closedAddress());
  expect(stderr.trim().split('\n')).toEqual([
    'Installing the packages of package-lock.json …',
    expect.stringMatching(
      /^The packages are not installed: npm ci failed \(ECONNREFUSED\)\. Connect to the network,/,
    ),
  ]);
  expect(stdout).toBe('0 passed, 1 failed\n');
  expect(status).toBe(1);
  expect(existsSync(unfinished)).toBe(false);
}, 60_000);

/** The start scripts, and a lockfile that asks for one package. */
function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'escapement-run-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(new URL('../../scripts', import.meta.url), join(root, 'scripts'), { recursive: true });
  const entry = { name: 'site', version: '0.1.0', dependencies: { yauzl: '3.4.0' } };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ ...entry, type: 'module' }));
  const packages = { '': entry, 'node_modules/yauzl': { version: '3.4.0', dependencies: {} } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...entry, lockfileVersion: 3, packages }));
  return root;
}

function bringUp(root: string, task: string, registry: string) {
  const env = {
    ...process.env,
    npm_config_registry: registry,
    npm_config_cache: join(root, 'cache'),
    npm_config_fetch_retries: '0',
  };
  return spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), task], { encoding: 'utf8', env });
}

/** An address of this machine at which nobody listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
