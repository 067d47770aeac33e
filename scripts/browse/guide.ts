import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { shellEnvironment } from './environment.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outDir = '.escapement/test-guide';
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

/** The guide of this repository, built and served. */
export interface Guide {
  url: string;
  /** Paths of all its pages: `/`, `/guide/measuring/`, …; without the page for errors. */
  pages: string[];
  browser: Browser;
  stop(): Promise<void>;
}

/** Builds the guide as a reader gets it, serves it, and starts a browser. */
export async function openGuide(): Promise<Guide> {
  const build = await ended(astroProcess('build'));
  if (build.code !== 0) throw new Error(`the guide does not build:\n${build.output}`);
  const server = createServer(serveFile).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const executablePath = process.env.ESCAPEMENT_CHROMIUM;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  return {
    url,
    browser,
    pages: pagePaths(),
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

function astroProcess(...args: string[]): ChildProcess {
  return spawn(process.execPath, [astro, ...args, '--outDir', outDir], {
    cwd: root,
    env: shellEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** A folder as a static host serves it; `astro preview` allows one server a project, and may be in use. */
function serveFile({ url = '/' }: IncomingMessage, answer: ServerResponse): void {
  const path = decodeURIComponent(new URL(url, 'http://x').pathname).replace(/\/$/, '/index.html');
  readFile(join(root, outDir, path)).then(
    (body) =>
      answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body),
    () => answer.writeHead(404).end(),
  );
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

function pagePaths(): string[] {
  const folder = join(root, outDir);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/\\])index\.html$/.test(file))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .toSorted();
}
