import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { directory, fence, files, main, project } from './project.ts';

const bench = (name: string, body: string) =>
  `package lib\n\nimport "testing"\n\nvar sink *[64]byte\n\nfunc ${name}(b *testing.B) {\n\tfor b.Loop() {\n\t\t${body}\n\t}\n}\n`;
const options = { bench: { count: 3, time: '100x' } };

test('samples of all rounds, by benchmark, with machine and day', async () => {
  const { open } = await project();
  const progress: string[] = [];
  const facts = await (
    await open(options)
  ).capture(
    [
      fence('heap', bench('BenchmarkHeap', 'sink = new([64]byte)'), { bench: true }, 'a_test.go'),
      files('stack', { 'b_test.go': bench('BenchmarkStack', '_ = make([]int, 8)') }, { bench: true }),
    ],
    // Tests beside this one may be measuring: then it waits for them.
    ({ phase, done, total }) => phase !== 'wait' && progress.push(`${phase} ${done}/${total}`),
  );
  const { bench: counted, timings } = facts.get('heap')!;
  expect(counted!.failure).toBeUndefined();
  expect(counted!.benchmarks).toMatchObject([
    { name: 'BenchmarkHeap', samples: [{ iterations: 1000, bytesPerOp: 64, allocsPerOp: 1 }] },
  ]);
  expect(facts.get('stack')!.bench!.benchmarks[0]!.samples).toMatchObject([
    { bytesPerOp: 0, allocsPerOp: 0 },
  ]);
  expect(timings!.benchmarks).toHaveLength(1);
  expect(timings!.benchmarks[0]!.samples).toHaveLength(3);
  expect(timings!.machine).toMatchObject({ cpu: expect.any(String), cores: expect.any(Number) });
  expect(timings!.toolchain.version).toMatch(/^go1\./);
  expect(new Date(timings!.measured).toISOString()).toBe(timings!.measured);
  expect(progress).toEqual([
    'compile 1/2',
    'compile 2/2',
    'compile 2/2',
    'link 0/2',
    'link 2/2',
    'bench 1/2',
    'bench 2/2',
    'profile 1/2',
    'profile 2/2',
    ...Array.from({ length: 6 }, (_, index) => `measure ${index + 1}/6`),
  ]);
});

test('rounds are interleaved, one package at a time', async () => {
  const note = (name: string) =>
    `package ${name}\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc Benchmark${name}(b *testing.B) {\n\tf, _ := os.OpenFile("../log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)\n\tif b.N == 100 {\n\t\tf.WriteString("${name} ")\n\t}\n\tf.Close()\n}\n`;
  const { open, root } = await project({
    'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
    'examples/A/a_test.go': note('A'),
    'examples/B/b_test.go': note('B'),
  });
  await (
    await open({ ...options, sandbox: 'off' })
  ).capture([directory('a', 'examples/A', { bench: true }), directory('b', 'examples/B', { bench: true })]);
  expect(await readFile(`${root}/examples/log`, 'utf8')).toBe('A B A B A B ');
});

test('a benchmark that fails, panics or hangs is a failure, and the others go on', async () => {
  const { open } = await project();
  const capture = await open({ bench: { ...options.bench, timeoutMs: 3000 } });
  const facts = await capture.capture([
    fence('fatal', bench('BenchmarkA', 'b.Fatal("no")'), { bench: true }, 'a_test.go'),
    fence('panic', bench('BenchmarkA', 'panic("boom")'), { bench: true }, 'a_test.go'),
    fence('hang', bench('BenchmarkA', 'for {}'), { bench: true }, 'a_test.go'),
    fence('good', bench('BenchmarkA', '_ = b'), { bench: true }, 'a_test.go'),
    fence('none', main('\tprintln(1)'), { bench: true }),
  ]);
  const failure = (id: string) => facts.get(id)!.bench!.failure;
  expect(failure('fatal')).toMatchObject({
    ending: 'exited',
    exit: 1,
    stdout: expect.stringContaining('a_test.go:9: no'),
  });
  expect(failure('panic')).toMatchObject({ exit: 2, stderr: expect.stringContaining('boom') });
  expect(failure('hang')).toMatchObject({ ending: 'timeout', exit: -1 });
  expect(failure('good')).toBeUndefined();
  expect(facts.get('good')!.timings!.benchmarks[0]!.samples).toHaveLength(3);
  expect(facts.get('fatal')!.timings).toBeUndefined();
  expect(facts.get('none')!.bench).toBeUndefined();
});
