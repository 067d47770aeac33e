import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A folder that is being served. */
export interface Served {
  /** Without a slash at its end. */
  url: string;
  close(): void;
}

/**
 * Serves a folder as a static host does: text compressed, fonts and pictures as they are. (`astro preview`
 * allows one server a project, which may be in use, and compresses nothing.)
 */
export async function serveFolder(folder: string): Promise<Served> {
  const server = createServer((request, answer) => {
    serveFile(folder, request, answer).catch(() => answer.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

async function serveFile(
  folder: string,
  { url = '/', headers }: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(new URL(url, 'http://x').pathname).replace(/\/$/, '/index.html');
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const body = await readFile(join(folder, path));
  const head = { 'content-type': type, 'cache-control': 'public, max-age=3600' };
  if (!COMPRESSED.test(type) || !/\bgzip\b/.test(headers['accept-encoding'] ?? '')) {
    answer.writeHead(200, head).end(body);
    return;
  }
  answer.writeHead(200, { ...head, 'content-encoding': 'gzip' }).end(await promisify(gzip)(body));
}

const COMPRESSED = /^text|javascript|json|svg|wasm/;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
