import { readFile, readdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fence, project, type Project } from './project.ts';

const source = (size: number) =>
  `package lib\n\nimport "testing"\n\nvar sink *[${size}]byte\n\nfunc BenchmarkNew(b *testing.B) {\n\tfor b.Loop() {\n\t\tsink = new([${size}]byte)\n\t}\n}\n`;
const unit = (id: string, size = 64) => fence(id, source(size), { bench: true }, 'a_test.go');
const bench = { count: 2, time: '100x' };

test('timings are kept in a file that other machines use', async () => {
  const here = await project();
  const first = (await measured(here, 'content/a.md#x1')).get('content/a.md#x1')!;
  const text = await readFile(`${here.root}/captures/content/a.x1.txt`, 'utf8');
  expect(text).toMatch(/^goos: \w+\ngoarch: \w+\npkg: content\/a.x1\ncpu: .+\n# cores: \d+\n# go: go1/);
  expect(text.match(/^BenchmarkNew\S*\t100\t/gm)).toHaveLength(2);

  await here.write(
    'captures/content/a.x1.txt',
    text.replace(/^cpu: .*$/m, 'cpu: Z80').replace(/# go: .*/, '# go: go1.24.1'),
  );
  const started = (await here.started()).length;
  const { timings, bench: counted } = (await measured(here, 'content/a.md#x1')).get('content/a.md#x1')!;
  expect(timings).toEqual({
    ...first.timings,
    machine: { ...first.timings!.machine, cpu: 'Z80' },
    toolchain: { ...first.timings!.toolchain, version: 'go1.24.1' },
  });
  expect(counted).toEqual(first.bench);
  expect((await here.started()).length).toBe(started);
});

test('what is measured anew: changed sources, a changed count, and what is asked for', async () => {
  const here = await project();
  const day = async (options = {}, size = 64) =>
    (await (await here.open({ bench, ...options })).capture([unit('a', size)])).get('a')!.timings!.measured;
  const first = await day();
  expect(await day()).toBe(first);
  const second = await day({}, 65);
  expect(second).not.toBe(first);
  const third = await day({ bench: { count: 3, time: '100x' } }, 65);
  expect(third).not.toBe(second);
  const again = (await (await here.open({ bench })).measure([unit('a', 65)])).get('a')!.timings!;
  expect(again.measured).not.toBe(third);
  expect(await readdir(`${here.root}/captures`)).toEqual(['a.txt']);
});

test('timings follow an example that is renamed, and are forgotten with one that is gone', async () => {
  const here = await project();
  const first = (await measured(here, 'a', 'b')).get('a')!.timings!;
  const moved = await measured(here, 'c');
  expect(moved.get('c')!.timings!.measured).toBe(first.measured);
  expect(await readdir(`${here.root}/captures`)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  expect(await (await here.open({ bench })).prune([unit('c')], 'timings')).toEqual(['a.txt', 'b.txt']);
  expect(await readdir(`${here.root}/captures`)).toEqual(['c.txt']);
});

test('with committed timings, stale and missing ones are told and not measured', async () => {
  const here = await project();
  await measured(here, 'a');
  const capture = await here.open({ bench, timings: 'committed' });
  const facts = await capture.capture([unit('a'), unit('old', 65), unit('new', 66)]);
  expect(facts.get('a')!.lacking).toBeUndefined();
  expect(facts.get('a')!.timings!.benchmarks).toHaveLength(1);
  expect(facts.get('new')!.lacking).toEqual([{ what: 'timings', why: 'missing', file: 'captures/new.txt' }]);
  expect(facts.get('new')!.bench!.benchmarks[0]!.samples[0]!.bytesPerOp).toBe(80);
  const changed = await capture.capture([unit('a', 67)]);
  expect(changed.get('a')!.lacking).toEqual([{ what: 'timings', why: 'stale', file: 'captures/a.txt' }]);
  expect(await readdir(`${here.root}/captures`)).toEqual(['a.txt']);
});

test('a damaged file of timings is measured again', async () => {
  const here = await project();
  const first = (await measured(here, 'a')).get('a')!.timings!;
  await here.write('captures/a.txt', 'goos: linux\nBenchmarkNew 1');
  expect((await measured(here, 'a')).get('a')!.timings!.measured).not.toBe(first.measured);
});

test('a frozen project has the same facts without any Go, and says what it lacks', async () => {
  const here = await project();
  const units = [
    unit('content/a.md#bench'),
    fence('content/a.md#run', 'package main\n\nfunc main() {\n\tprintln("one\\ntwo")\n}\n', {
      run: { args: [], exit: 0 },
    }),
    fence('content/a.md#fails', 'package main\n\nfunc main() {\n\tx\n}\n', { fails: true }),
  ];
  const live = await here.open({ bench });
  const facts = await live.capture(units);
  expect(await live.freeze(units)).toEqual([
    'frozen/content/a.bench.json',
    'frozen/content/a.run.json',
    'frozen/content/a.fails.json',
  ]);
  expect(await readFile(`${here.root}/captures/frozen/content/a.run.json`, 'utf8')).toContain('"one",\n');
  await rm(`${here.root}/.escapement`, { recursive: true });

  const frozen = await here.open({ bench, go: './no-go', frozen: true });
  expect(frozen.toolchain).toEqual(live.toolchain);
  expect(await frozen.capture(units)).toEqual(facts);
  const lacking = async (changed: ReturnType<typeof unit>) =>
    (await frozen.capture([changed])).get(changed.id)!.lacking;
  expect(await lacking(unit('content/a.md#bench', 65))).toEqual([
    { what: 'capture', why: 'stale', file: 'captures/frozen/content/a.bench.json' },
  ]);
  expect(await lacking(unit('content/a.md#new', 65))).toEqual([
    { what: 'capture', why: 'missing', file: 'captures/frozen/content/a.new.json' },
  ]);
  await rm(`${here.root}/captures/content`, { recursive: true });
  expect(await lacking(unit('content/a.md#bench'))).toEqual([
    { what: 'timings', why: 'missing', file: 'captures/content/a.bench.txt' },
  ]);
  await expect(frozen.measure(units)).rejects.toThrow('leave out `frozen`');
  expect(await live.prune(units.slice(0, 1), 'frozen')).toEqual([
    'frozen/content/a.fails.json',
    'frozen/content/a.run.json',
  ]);
});

async function measured(here: Project, ...ids: string[]) {
  return (await here.open({ bench })).capture(ids.map((id) => unit(id)));
}
