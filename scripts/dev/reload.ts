import type { DevServer } from './server.ts';

/** Hears when the server tells open pages to load again, as the script in them does. */
export interface Reloads {
  /** Settles at the next word of it. */
  next(): Promise<void>;
  close(): void;
}

/** Connects to Vite's socket of a dev server, as a page that is open does. */
export async function hearReloads({ url, get }: DevServer): Promise<Reloads> {
  const token = /const wsToken = "([^"]+)"/.exec(await get('/@vite/client'))?.[1];
  if (!token) throw new Error('Vite no longer tells the token of its socket this way.');
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Vite refuses its socket.')));
  });
  let hear = Promise.withResolvers<void>();
  socket.addEventListener('message', ({ data }) => {
    if ((JSON.parse(String(data)) as { type: string }).type !== 'full-reload') return;
    hear.resolve();
    hear = Promise.withResolvers();
  });
  return { next: () => hear.promise, close: () => socket.close() };
}
