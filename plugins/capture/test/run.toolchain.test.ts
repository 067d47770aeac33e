import { expect, test } from 'vitest';
import type { RunFacts } from '@escapement/facts';
import { directory, fence, files, main, project } from './project.ts';

const run = { args: [], exit: 0 };

test('output, arguments and exit status', async () => {
  const source = main(
    '\tfmt.Println(os.Args[1:], "ü")\n\tfmt.Fprint(os.Stderr, "err")\n\tos.Exit(3)',
    'fmt',
    'os',
  );
  const facts = await runOf(source, { run: { args: ['a', 'b c'], exit: 3 } });
  expect(facts).toEqual({ ending: 'exited', exit: 3, stdout: '[a b c] ü\n', stderr: 'err' });
});

test('a panic shows its trace without the places of this machine', async () => {
  const { exit, stderr } = (await runOf(main('\tpanic("boom")')))!;
  expect(exit).toBe(2);
  expect(stderr).toContain('panic: boom');
  expect(stderr).toMatch(/^\tmain\.go:5/m);
  expect(stderr).not.toMatch(/\/tmp|escapement-|\bp[0-9a-f]{16}/);
});

test('a program that hangs is stopped at the time limit, with what it printed', async () => {
  const source = main('\tfmt.Println("once")\n\tselect { case <-time.After(time.Hour): }', 'fmt', 'time');
  expect(await runOf(source, {}, { timeoutMs: 5000 })).toEqual({
    ending: 'timeout',
    exit: -1,
    stdout: 'once\n',
    stderr: '',
  });
});

test('a program that prints without end is stopped at the output limit', async () => {
  const facts = await runOf(main('\tfor {\n\t\tprintln("more")\n\t}'), {}, { maxOutputBytes: 100 });
  expect(facts).toEqual({ ending: 'output-limit', exit: -1, stdout: '', stderr: 'more\n'.repeat(20) });
});

test('a program sees nothing of the environment, no input, and an empty directory of its own', async () => {
  const body = [
    '\tfmt.Println(len(os.Environ()), os.Getenv("A_SECRET"))',
    '\tinput, _ := io.ReadAll(os.Stdin)',
    '\twd, _ := os.Getwd()',
    '\tentries, _ := os.ReadDir(wd)',
    '\tfmt.Println(len(input), len(entries), wd == os.Getenv("HOME"), os.Getenv("HOME"))',
    '\tos.WriteFile("left", nil, 0o644)',
  ];
  process.env['A_SECRET'] = 'hidden';
  const facts = await runOf(main(body.join('\n'), 'fmt', 'io', 'os'));
  expect(facts).toEqual({ ending: 'exited', exit: 0, stdout: '6 \n0 0 true $HOME\n', stderr: '' });
});

test('a signal that the program sends itself', async () => {
  const source = main('\tsyscall.Kill(os.Getpid(), syscall.SIGTERM)\n\tselect {}', 'os', 'syscall');
  expect(await runOf(source)).toMatchObject({ ending: 'signal', signal: 'SIGTERM', exit: 143 });
});

test('programs of the same name, the same program twice, and one that is none', async () => {
  const { open } = await project({
    'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
    'examples/a/cmd/main.go': main('\tprintln("a")'),
    'examples/b/cmd/main.go': main('\tprintln("b")'),
  });
  const echo = main('\tprintln(len(os.Args))', 'os');
  const facts = await (
    await open()
  ).capture([
    directory('a', 'examples/a/cmd', { run }),
    directory('b', 'examples/b/cmd', { run }),
    fence('none', echo, { run }),
    fence('one', echo, { run: { args: ['x'], exit: 0 } }),
    fence('library', 'package lib\n', { run }, 'lib.go'),
  ]);
  const stderr = ['a', 'b', 'none', 'one'].map((id) => facts.get(id)!.run!.stderr);
  expect(stderr).toEqual(['a\n', 'b\n', '1\n', '2\n']);
  expect(facts.get('library')).toMatchObject({
    compile: { errors: [{ message: 'The package is not a program: it is not `package main`.' }] },
  });
  expect(facts.get('library')!.run).toBeUndefined();
});

test('a unit that does not compile is not run', async () => {
  expect(await runOf(main('\tx := 1'))).toBeUndefined();
});

test('tests pass, fail, and read their testdata', async () => {
  const passing = 'package lib\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n';
  const reading =
    'package data\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestA(t *testing.T) {\n\tif _, err := os.ReadFile("testdata/a.txt"); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n';
  const { open } = await project({
    'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
    'examples/data/a_test.go': reading,
    'examples/data/testdata/a.txt': 'a',
  });
  const facts = await (
    await open()
  ).capture([
    fence('passes', passing, { test: true }, 'a_test.go'),
    fence('fails', passing.replace('{}', '{ t.Error("no") }'), { test: true }, 'a_test.go'),
    files(
      'program',
      { 'main.go': main('\tprintln(1)'), 'main_test.go': passing.replace('lib', 'main') },
      { test: true, run },
    ),
    directory('data', 'examples/data', { test: true }),
    fence('none', 'package lib\n', { test: true }, 'lib.go'),
  ]);
  expect(facts.get('passes')!.test).toMatchObject({ exit: 0, stdout: 'PASS\n' });
  expect(facts.get('fails')!.test).toMatchObject({
    exit: 1,
    stdout: expect.stringContaining('a_test.go:5: no'),
  });
  expect(facts.get('program')).toMatchObject({ test: { exit: 0 }, run: { exit: 0, stderr: '1\n' } });
  expect(facts.get('data')!.test).toMatchObject({ exit: 0 });
  expect(facts.get('none')!.test).toBeUndefined();
});

async function runOf(source: string, more = {}, limits = {}): Promise<RunFacts | undefined> {
  const { open } = await project();
  const capture = await open({ run: limits });
  return (await capture.capture([fence('a', source, { run, ...more })])).get('a')!.run;
}
