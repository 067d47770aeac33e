import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { project } from './project.ts';

const BENCHMARK = `package shop

import "testing"

var sink []byte

func BenchmarkMake(b *testing.B) {
	for b.Loop() {
		sink = make([]byte, 64)
	}
}
`;

interface Builder {
  child: ChildProcess;
  /** Its progress so far: a phase and when it was told. */
  told: { phase: string; time: number }[];
  ended: Promise<unknown>;
}

/** A process of its own that measures for about three seconds, in a project of its own. */
async function builder(): Promise<Builder> {
  const { root } = await project();
  const engine = new URL('../src/index.ts', import.meta.url).pathname;
  const unit = { id: 'a', fails: false, test: false, bench: true };
  const files = [{ name: 'shop_test.go', source: BENCHMARK }];
  await writeFile(
    join(root, 'measure.ts'),
    `import { captureOptions, openCapture } from '${engine}';
     const options = captureOptions.parse({ timings: 'measure', bench: { count: 10, time: '200ms' } });
     const capture = await openCapture('${root}', options);
     const unit = { ...${JSON.stringify(unit)}, package: { kind: 'files', files: ${JSON.stringify(files)} } };
     await capture.capture([unit], ({ phase }) =>
       console.log(JSON.stringify({ phase, time: performance.timeOrigin + performance.now() })));`,
  );
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'measure.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: Builder['told'] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => told.push(JSON.parse(line)));
  return { child, told, ended: once(child, 'close') };
}

/** Waits until a builder has told of a phase. */
async function until({ child, told }: Builder, phase: string): Promise<void> {
  while (child.exitCode === null && !told.some((one) => one.phase === phase))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** When it measured: after the first round, and after the last. */
function measuring({ told }: Builder): [from: number, to: number] {
  const times = told.filter(({ phase }) => phase === 'measure').map(({ time }) => time);
  return [times[0]!, times.at(-1)!];
}

test('two builds at once measure one after the other', async () => {
  const builders = await Promise.all([builder(), builder(), builder()]);
  await Promise.all(builders.map(({ ended }) => ended));
  const order = builders.map(measuring).toSorted(([a], [b]) => a - b);
  expect(order[0]![1]).toBeLessThan(order[1]![0]);
  expect(order[1]![1]).toBeLessThan(order[2]![0]);
  const count = (phase: string) =>
    builders.map(({ told }) => told.filter((one) => one.phase === phase).length);
  expect(count('measure')).toEqual([10, 10, 10]);
  // Whoever waits says so once. Those of other tests may measure as well, so that even the first one waits.
  expect(Math.max(...count('wait'))).toBe(1);
});

test('nobody waits for a build that was killed', async () => {
  const killed = await builder();
  await until(killed, 'measure');
  const waiting = await builder();
  await until(waiting, 'wait');
  killed.child.kill('SIGKILL');
  await waiting.ended;
  expect(waiting.child.exitCode).toBe(0);
  expect(waiting.told.filter(({ phase }) => phase === 'measure')).toHaveLength(10);
});
