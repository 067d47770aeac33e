import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** A server for a store, in a process of its own. */
interface Server {
  /** An expression that makes the driver, and the module of unstorage that it calls. */
  driver: string;
  pid: number;
  stop(): Promise<void>;
}

/** The servers that every machine with Node and Go can have. */
export const servers = { http: httpServer, redis: redisServer };

/** unstorage's own server, which keeps entries in memory. */
async function httpServer(): Promise<Server> {
  const port = await freePort();
  const program = `import { createServer } from 'node:http';
    import { createStorage } from '${import.meta.resolve('unstorage')}';
    import { createStorageServer } from '${import.meta.resolve('unstorage/server')}';
    createServer(createStorageServer(createStorage()).handle).listen(${port}, '127.0.0.1');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
  return started(child, port, `http({ base: 'http://127.0.0.1:${port}' })`);
}

/** Redis where it is installed, else a server in Go that speaks its protocol: `redis/main.go`. */
async function redisServer(): Promise<Server> {
  const port = await freePort();
  const [program, args] =
    spawnSync('redis-server', ['--version']).status === 0
      ? ['redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '']]
      : [await builtServer(), [`${port}`]];
  const child = spawn(program, args, { stdio: 'ignore' });
  return started(child, port, `redis({ host: '127.0.0.1', port: ${port}, base: 'escapement' })`);
}

async function builtServer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const program = join(folder, 'redis');
  execFileSync('go', ['build', '-o', program, '.'], { cwd: join(import.meta.dirname, 'redis') });
  return program;
}

async function started(child: ChildProcess, port: number, driver: string): Promise<Server> {
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(stop);
  while (!(await answers(port))) await setTimeout(20);
  return { driver, pid: child.pid!, stop };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A server that takes every connection and never says a word. */
export async function silentServer(): Promise<string> {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http({ base: 'http://127.0.0.1:${(server.address() as AddressInfo).port}' })`;
}
