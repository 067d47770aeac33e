import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Does some work while no other process of this user on this machine does such work: two builds that
 * measure at once would measure each other. Whoever comes later waits, and `onWait` is called once.
 *
 * What is held is a socket's name and not a file: the kernel takes it back from a process that is killed,
 * and so nobody ever waits for the dead, or has to guess who is.
 */
export async function measureAlone<T>(
  work: () => Promise<T>,
  onWait: () => void,
  name = `escapement-measuring-${userInfo().uid}`,
): Promise<T> {
  const path = placeOf(name);
  const waiting = new Set<Socket>();
  let server = await listen(path, waiting);
  if (!server) onWait();
  while (!server) {
    await released(path);
    server = await listen(path, waiting);
  }
  try {
    return await work();
  } finally {
    server.close();
    for (const socket of waiting) socket.destroy();
  }
}

/** Undefined where another has the name. */
async function listen(path: string, waiting: Set<Socket>): Promise<Server | undefined> {
  const server = createServer((socket) => {
    waiting.add(socket);
    // One that waits may be killed too.
    socket.on('error', () => {});
  });
  server.listen(path);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return undefined;
  }
}

/** Waits until whoever has the name lets go of it, or is gone. */
async function released(path: string): Promise<void> {
  const socket = connect(path);
  socket.resume();
  const problem = await once(socket, 'close').then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
  socket.destroy();
  // Where the name is a file, it outlives its process.
  if (problem?.code === 'ECONNREFUSED' && !path.startsWith('\0')) await rm(path, { force: true });
  // Those that waited try one after the other.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
}

/** Names without a file: abstract ones of Linux (unix(7)), pipes of Windows; elsewhere a file. */
function placeOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}
