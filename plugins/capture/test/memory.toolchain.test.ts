import { readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { directory, fence, files, main, project } from './project.ts';

const run = { args: [], exit: 0 };
const POOL = 'package pool\n\nfunc New() *int { return new(int) }\n';
const BENCH =
  'package lib\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n\nfunc BenchmarkA(b *testing.B) {\n\tfor b.Loop() {\n\t}\n}\n';
const MODULE = {
  'examples/go.mod':
    'module example.com/shop\n\ngo 1.24\n\nreplace example.com/near => ../near\n\nrequire example.com/near v0.0.0\n',
  'examples/pool/pool.go':
    'package pool\n\nimport "example.com/shop/deep"\n\nfunc New() *int { return deep.New() }\n',
  'examples/deep/deep.go': POOL.replace('pool', 'deep'),
  'near/go.mod': 'module example.com/near\n\ngo 1.24\n',
  'near/near.go': POOL.replace('pool', 'near'),
};
const USER = fence('user', main('\tprintln(*pool.New())', 'example.com/shop/pool'));
const NEAR = fence('near', main('\tprintln(*near.New())', 'example.com/near'));

test('what is in the store is not captured again: no go command runs, by this engine or a new one', async () => {
  const { open, started } = await project(MODULE);
  const units = [
    fence('program', main('\tprintln(1)'), { run }),
    fence('tested', BENCH, { test: true, bench: true }, 'a_test.go'),
    fence('fails', main('\tx := 1'), { fails: true }),
    directory('pool', 'examples/pool'),
    USER,
    NEAR,
  ];
  const options = { bench: { count: 2, time: '10x' } };
  const first = await (await open(options)).capture(units);
  expect(first.get('near')!.compile.errors).toEqual([]);
  const commands = await started();
  expect(commands.map((line) => line.split(' ')[0])).toEqual(['list', 'build', 'test']);
  const second = await (await open(options)).capture(units);
  expect(await started()).toEqual(commands);
  expect(second).toEqual(first);
});

test('only what is missing is captured', async () => {
  const { open, started } = await project();
  const capture = await open();
  await capture.capture([fence('a', main('\tprintln(1)'), { run })]);
  const before = (await started()).length;
  await capture.capture([
    fence('a', main('\tprintln(1)'), { run: { args: ['x'], exit: 0 } }),
    fence('b', main('\tprintln(2)')),
  ]);
  const [list, build, ...more] = (await started()).slice(before);
  expect(list!.match(/ \.\/p\w+/g)).toHaveLength(1);
  expect(build).toMatch(/^build /);
  expect(more).toEqual([]);
});

test('equal code on two pages is compiled and run once', async () => {
  const { open, started } = await project();
  const progress: unknown[] = [];
  const source = main('\tprintln(1)');
  const facts = await (
    await open()
  ).capture(
    ['a', 'b'].map((id) => fence(id, source, { run })),
    (step) => progress.push(step),
  );
  expect(facts.get('a')).toEqual(facts.get('b'));
  expect((await started())[0]!.match(/ \.\/p\w+/g)).toHaveLength(1);
  expect(progress).toContainEqual({ phase: 'run', done: 1, total: 1, unit: expect.any(String) });
});

test('failures are captured anew, and facts follow when the cause is gone', async () => {
  const { open, started, write } = await project({ ...MODULE, 'examples/pool/pool.go': 'package pool\n' });
  const capture = await open({ run: { timeoutMs: 500 } });
  const units = [
    USER,
    fence('exit', main('\tos.Exit(1)', 'os'), { run }),
    fence('hang', main('\tselect { case <-time.After(time.Hour): }', 'time'), { run }),
  ];
  expect((await capture.capture(units)).get('user')!.compile.errors).toHaveLength(1);
  const once = (await started()).length;
  await capture.capture(units);
  expect((await started()).length).toBe(2 * once);
  await write('examples/pool/pool.go', POOL);
  expect((await capture.capture(units)).get('user')!.compile.errors).toEqual([]);
});

test('every input changes the key', async () => {
  const { open, write } = await project(MODULE);
  const unit = fence('a', main('\tprintln(1)'), { run });
  const tested = fence('t', BENCH, { test: true, bench: true }, 'a_test.go');
  const alone = async () => (await open()).key(unit);
  const keys = async () => {
    const capture = await open();
    return Promise.all([USER, NEAR, directory('d', 'examples/pool')].map((one) => capture.key(one)));
  };

  const variants = [
    unit,
    { ...unit, run: { args: ['x'], exit: 0 } },
    { ...unit, run: { args: [], exit: 1 } },
    { ...unit, run: undefined },
    { ...unit, fails: true },
    fence('a', main('\tprintln(2)'), { run }),
    fence('a', main('\tprintln(1)'), { run }, 'other.go'),
    files('a', { 'main.go': main('\tprintln(1)'), 'b.go': 'package main\n' }, { run }),
  ];
  const capture = await open();
  const seen = await Promise.all(variants.map((variant) => capture.key(variant)));
  expect(new Set(seen).size).toBe(variants.length);
  expect(await capture.key({ ...unit, id: 'elsewhere' })).toBe(seen[0]);

  expect(await (await open({ gcflags: ['-l'] })).key(unit)).not.toBe(seen[0]);
  expect(await (await open({ run: { timeoutMs: 1 } })).key(unit)).not.toBe(seen[0]);
  expect(await (await open({ bench: { count: 1 } })).key(unit)).toBe(seen[0]);
  expect(await (await open({ bench: { count: 1 } })).key(tested)).not.toBe(await capture.key(tested));

  const level = process.arch === 'x64' ? { GOAMD64: 'v3' } : { GOARM64: 'v9.0' };
  const targets = { ...level, GOARCH: 'riscv64', GOEXPERIMENT: 'arenas' };
  for (const [name, value] of Object.entries(targets)) {
    vi.stubEnv(name, value);
    expect({ name, key: await alone() }).not.toEqual({ name, key: seen[0] });
    vi.unstubAllEnvs();
  }
  // GOFLAGS are not used, and so no input.
  vi.stubEnv('GOFLAGS', '-tags=x');
  expect(await alone()).toBe(seen[0]);
  vi.unstubAllEnvs();

  // [fence that imports a package, fence that imports a replaced module, directory]
  const before = await keys();
  const changed = async () => (await keys()).map((key, index) => key !== before[index]);
  expect(await changed()).toEqual([false, false, false]);
  await write('examples/deep/deep.go', `${MODULE['examples/deep/deep.go']}// changed\n`);
  expect(await changed()).toEqual([true, false, true]);
  await write('examples/deep/deep.go', MODULE['examples/deep/deep.go']);
  await write('examples/pool/data/embedded.txt', 'new');
  expect(await changed()).toEqual([true, false, true]);
  await write('near/near.go', `${MODULE['near/near.go']}// changed\n`);
  expect(await changed()).toEqual([true, true, true]);
  await write('examples/go.sum', 'changed\n');
  expect(await changed()).toEqual([true, true, true]);
  // A fence of the standard library does not need go.sum.
  expect(await alone()).toBe(seen[0]);
});

test('a go.mod that changes is an input only of those who need it', async () => {
  const { open, write } = await project(MODULE);
  const keys = async () => {
    const capture = await open();
    return Promise.all([USER, fence('a', main('\tprintln(1)'))].map((unit) => capture.key(unit)));
  };
  const before = await keys();
  await write('examples/go.mod', `${MODULE['examples/go.mod']}\n// changed\n`);
  expect((await keys()).map((key, index) => key !== before[index])).toEqual([true, false]);
});

test('a damaged entry is captured again with a warning', async () => {
  const { open, root, started } = await project();
  const unit = fence('a', main('\tprintln(1)'), { run });
  const first = await (await open()).capture([unit]);
  const dir = join(root, '.escapement/store/compile');
  const [name] = await readdir(dir);
  const before = await readFile(join(dir, name!), 'utf8');
  await truncate(join(dir, name!), 40);
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  expect(await (await open()).capture([unit])).toEqual(first);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('is damaged'), {
    type: 'EscapementWarning',
  });
  warn.mockRestore();
  expect((await started()).map((line) => line.split(' ')[0])).toEqual(['list', 'build', 'list']);
  expect(await readFile(join(dir, name!), 'utf8')).toBe(before);
});

test('two captures at once share one store', async () => {
  const { open, started } = await project();
  const units = Array.from({ length: 5 }, (_, index) =>
    fence(`u${index}`, main(`\tprintln(${index})`), { run }),
  );
  const engines = await Promise.all([open(), open()]);
  const [one, two] = await Promise.all(engines.map((engine) => engine.capture(units)));
  expect(one).toEqual(two);
  const before = await started();
  expect(await (await open()).capture(units)).toEqual(one);
  expect(await started()).toEqual(before);
});
