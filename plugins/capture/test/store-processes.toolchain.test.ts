import { execFile, spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import redis from 'unstorage/drivers/redis';
import { fence, main, project } from './project.ts';

const units = ['1', '2', '3'].map((text) =>
  fence(text, main(`println(${text})`), { run: { args: [], exit: 0 } }),
);

test('two builds at once share one store', async () => {
  const { root, write, open, started } = await project();
  const engine = new URL('../src/index.ts', import.meta.url).pathname;
  await write(
    'build.ts',
    `import { captureOptions, openCapture } from '${engine}';
     const options = captureOptions.parse({ go: './go.sh', sandbox: 'off', storeLimitMB: 0.002 });
     const capture = await openCapture('${root}', options);
     const facts = await capture.capture(${JSON.stringify(units)});
     console.log(JSON.stringify([...facts.values()].map(({ run }) => run?.stderr)));`,
  );
  const flags = ['--disable-warning=ExperimentalWarning', '--throw-deprecation', `${root}/build.ts`];
  const builds = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, flags, { cwd: root }));
  for (const { stdout, stderr } of await Promise.all(builds)) {
    expect(JSON.parse(stdout)).toEqual(['1\n', '2\n', '3\n']);
    expect(stderr).toBe('');
  }
  const before = (await started()).length;
  const facts = await (await open({ sandbox: 'off' })).capture(units);
  expect([...facts.values()].map(({ run }) => run?.stderr)).toEqual(['1\n', '2\n', '3\n']);
  // The limit let only some entries stay; what is gone is captured again.
  expect((await started()).length).toBeGreaterThanOrEqual(before);
});

// Only where it is installed (`apt-get install redis-server`): nothing else of the project needs it.
test.runIf(spawnSync('redis-server', ['--version']).status === 0)('a store in Redis', async () => {
  const { open, started } = await project();
  const port = await freePort();
  const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  onTestFinished(() => void server.kill());
  const store = redis({ host: '127.0.0.1', port, base: 'escapement' });
  onTestFinished(async () => void (await store.dispose?.()));
  await (await open({ store })).capture(units);
  const before = await started();
  expect(before.length).toBeGreaterThan(0);
  const again = await (await open({ store })).capture(units);
  expect([...again.values()].map(({ run }) => run?.stderr)).toEqual(['1\n', '2\n', '3\n']);
  expect(await started()).toEqual(before);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await setTimeout(50);
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
