import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { fileURLToPath } from 'node:url';

/**
 * Downloads a file.
 *
 * @param url `https:`, `http:` or `file:`; a user and password in it are sent as basic authentication.
 * @param path Where to write it.
 * @param progress Called with the bytes so far and in all (undefined when the server does not say).
 * @returns True when it is there, false when the server has no such file (404 or 410). Rejects on any
 *   other answer, and when nothing arrives for a minute.
 */
export async function download(
  url: string,
  path: string,
  progress: (done: number, all: number | undefined) => void,
): Promise<boolean> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error('nothing arrived for a minute')), 60_000);
  try {
    const source = await open(new URL(url), stalled.signal);
    if (source === undefined) return false;
    let done = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        timer.refresh();
        progress((done += chunk.length), source.size);
        next(null, chunk);
      },
    });
    await pipeline(source.body, count, createWriteStream(path), { signal: stalled.signal });
    return true;
  } finally {
    clearTimeout(timer);
  }
}

/** Opens an address; undefined when there is no such file. */
async function open(
  url: URL,
  signal: AbortSignal,
): Promise<{ body: Readable; size: number | undefined } | undefined> {
  if (url.protocol === 'file:') {
    const stat = statSync(url, { throwIfNoEntry: false });
    return stat && { body: createReadStream(fileURLToPath(url)), size: stat.size };
  }
  const headers = new Headers();
  if (url.username !== '') {
    const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.set('authorization', `Basic ${Buffer.from(user).toString('base64')}`);
    url.username = url.password = '';
  }
  const answer = await fetch(url, { headers, signal });
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status}`);
  const size = Number(answer.headers.get('content-length')) || undefined;
  return { body: Readable.fromWeb(answer.body as ReadableStream), size };
}
