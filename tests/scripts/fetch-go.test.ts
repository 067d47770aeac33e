import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fetchedGo, fetchGo } from '../../scripts/setup/fetch-go.ts';

const zip = readFileSync(new URL('fixtures/toolchain.zip', import.meta.url));
/** The checksum is what golang.org/x/mod/sumdb/dirhash says of the fixture. */
const toolchain = {
  version: 'go1.99.1',
  platform: 'test',
  sum: 'h1:N9aN/YJAwndtO/v1CkGMUaYvrk/xHliKCUNeHdzDbcc=',
};
const path = '/golang.org/toolchain/@v/v0.0.1-go1.99.1.test.zip';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'escapement-go-'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

test('a toolchain is fetched, checked and made runnable', async () => {
  const go = await fetchGo(root, { GOPROXY: await serve(everything) }, toolchain);
  expect(execFileSync(go, { encoding: 'utf8' })).toBe('go1.99.1\n');
  expect(fetchedGo(root, toolchain)).toBe(go);
  const folder = join(root, '.escapement/go/go1.99.1.test');
  expect(statSync(join(folder, 'pkg/tool/x/compile')).mode & 0o111).toBe(0o111);
  expect(statSync(join(folder, 'VERSION')).mode & 0o111).toBe(0);
  expect(readFileSync(join(folder, 'src/go.mod'), 'utf8')).toBe('module std\n');
  expect(left()).toEqual(['go1.99.1.test']);
});

test('another checksum is refused, and leaves nothing', async () => {
  const wrong = { ...toolchain, sum: 'h1:0000' };
  await expect(fetchGo(root, { GOPROXY: await serve(everything) }, wrong)).rejects.toThrow(
    /^There is no Go of 1\.24 .*\(its checksum is h1:N9aN.*, expected h1:0000\)\. Install Go/,
  );
  expect(left()).toEqual([]);
});

test('a download that breaks off leaves nothing', async () => {
  const proxy = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': zip.length });
    response.write(zip.subarray(0, 100), () => response.destroy());
  });
  await expect(fetchGo(root, { GOPROXY: proxy }, toolchain)).rejects.toThrow(/could not be fetched/);
  expect(left()).toEqual([]);
});

test('what a killed run left is cleared', async () => {
  const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  mkdirSync(join(root, '.escapement/go', `tmp-${dead}`), { recursive: true });
  await fetchGo(root, { GOPROXY: await serve(everything) }, toolchain);
  expect(left()).toEqual(['go1.99.1.test']);
});

test('the next proxy is asked after a comma only when the first does not have it', async () => {
  const [good, empty, broken] = await Promise.all([
    serve(everything),
    serve(status(404)),
    serve(status(500)),
  ]);
  await fetchGo(root, { GOPROXY: `${empty},${good}` }, toolchain);
  rmSync(join(root, '.escapement'), { recursive: true });
  await expect(fetchGo(root, { GOPROXY: `${broken},${good}` }, toolchain)).rejects.toThrow(/HTTP 500/);
  expect(existsSync(await fetchGo(root, { GOPROXY: `${broken}|${good}` }, toolchain))).toBe(true);
});

test.each([
  ['off', 'GOPROXY names no proxy'],
  ['file:///nowhere', 'file:///nowhere does not have it'],
])('with GOPROXY=%s one line says why', async (proxy, why) => {
  const failure = await fetchGo(root, { GOPROXY: proxy }, toolchain).catch((error: Error) => error);
  expect(failure).toMatchObject({
    name: 'Missing',
    message: `There is no Go of 1.24 or newer here, and go1.99.1 could not be fetched (${why}). Install Go from https://go.dev/dl/, or let GOPROXY name a proxy that this machine reaches, then run this again.`,
  });
});

test('a proxy that cannot be reached is named with the reason', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  await expect(fetchGo(root, { GOPROXY: `http://${address}` }, toolchain)).rejects.toThrow(
    `(http://${address}: connect ECONNREFUSED ${address})`,
  );
});

test('a password in a proxy is sent as such and never told', async () => {
  let sent: string | undefined;
  const proxy = await serve((request, response) => {
    sent = request.headers.authorization;
    response.writeHead(403).end();
  });
  const withPassword = proxy.replace('http://', 'http://gopher:s3cret@');
  const failure = await fetchGo(root, { GOPROXY: withPassword }, toolchain).catch(
    (error: Error) => error.message,
  );
  expect(sent).toBe(`Basic ${btoa('gopher:s3cret')}`);
  expect(failure).toContain(`(${proxy}: HTTP 403)`);
  expect(failure).not.toContain('s3cret');
});

/** A module proxy that has the fixture and nothing else. */
const everything: RequestListener = (request, response) => {
  if (request.url === path) response.end(zip);
  else response.writeHead(404).end();
};

function status(code: number): RequestListener {
  return (_request, response) => void response.writeHead(code).end();
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What is in the folder of toolchains. */
function left(): string[] {
  return readdirSync(join(root, '.escapement/go'));
}
