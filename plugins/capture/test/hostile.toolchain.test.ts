import { readdirSync, readFileSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RunFacts, Unit } from '@escapement/facts';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findBwrap } from '../src/sandbox-bwrap.ts';
import { directory, fence, main, project } from './project.ts';

/*
 * Programs that mean harm. They run twice: as this machine does it by itself, which is in bubblewrap where
 * that works, and without any sandbox, where less is promised.
 */
const bwrap = 'bwrap' in (await findBwrap());
const GOOD = fence('good', main('\tprintln(1)'), { run: { args: [], exit: 0 } });
const LIMITS = {
  // Far more than any of them needs to reach its other limit, on a machine that is busy too.
  timeoutMs: 30_000,
  maxOutputBytes: 4_096,
  memoryBytes: 256 << 20,
  processes: 20,
  fileBytes: 8 << 20,
};

describe.each([
  ['auto', bwrap],
  ['off', false],
] as const)('sandbox: %s', (sandbox, confined) => {
  test('a fork bomb, of one generation and of many', async () => {
    for (const args of [[], ['bomb']]) {
      expect(await runs('forks', args)).toMatchObject({ ending: 'process-limit', exit: -1 });
      await survive('child', 0);
    }
  });

  test('endless output, to both ends', async () => {
    const { ending, stdout } = await runs('output');
    expect([ending, stdout.length]).toEqual(['output-limit', LIMITS.maxOutputBytes]);
    const { ending: other, stderr } = await runs('output', ['stderr']);
    expect([other, stderr.length]).toEqual(['output-limit', LIMITS.maxOutputBytes]);
  });

  test('a child in a session of its own, whose parent has ended', async () => {
    const mark = `daemon-${process.pid}-${sandbox}`;
    expect(await runs('daemon', [mark])).toMatchObject({ ending: 'exited', exit: 0 });
    // Without a sandbox nobody knows of it any more.
    await survive(mark, confined ? 0 : 1);
    for (const pid of await survivors(mark)) process.kill(pid, 'SIGKILL');
  });

  test('endless memory, in one process and in several', async () => {
    expect(await runs('memory')).toMatchObject({ ending: 'memory-limit', exit: -1 });
    expect(await runs('memory_children')).toMatchObject({ ending: 'memory-limit', exit: -1 });
    await survive('child', 0);
  });

  test('reading the environment, the system, homes and the project', async () => {
    vi.stubEnv('A_SECRET', 'hunter2');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { root } = await project({ '.env': 'TOKEN=hunter3' });
    const paths = ['/etc/passwd', '/root', '/home', '/etc', '/var', `${root}/.env`, root, '/proc/1/environ'];
    const { ending, stdout } = await runs('reading', paths);
    expect(ending).toBe('exited');
    expect(
      stdout.split('\n').filter((line) => /^(PATH|TZ|GOPROXY|HOME|TMPDIR|PWD)=/.test(line)),
    ).toHaveLength(6);
    expect(stdout).not.toContain('hunter2');
    expect(stdout).not.toContain(process.env['PATH']);
    const seen = [...stdout.matchAll(/^(?:read|listed) ([^:\n]*)/gm)].map(([, path]) => path);
    // Its own home is in /home, and nobody else's; the first process that it sees is bubblewrap's.
    const telling = seen.filter((path) => confined || path === '/etc/passwd');
    expect(telling).toEqual(confined ? ['/home', '/proc/1/environ'] : ['/etc/passwd']);
  });

  test('writing outside, and too much', async () => {
    const { root } = await project({ 'kept.txt': 'kept' });
    const { ending, stdout } = await runs('writing', [`${root}/kept.txt`]);
    expect(ending).toBe('exited');
    // Without a sandbox, the kernel's limits alone: no file becomes large.
    expect(stdout).toMatch(confined ? /^small\nsmall\n$/ : /^overwrote\ncreated\nremoved\nsmall\nsmall\n$/);
    expect(readdirSync(root).toSorted()).toEqual(['go.sh', confined ? 'kept.txt' : 'new']);
    expect(await readFile(`${root}/${confined ? 'kept.txt' : 'new'}`, 'utf8')).toBe(confined ? 'kept' : '');
  });

  test('opening sockets', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => socket.on('data', (data) => heard.push(String(data))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { stdout } = await runs('sockets', [`127.0.0.1:${port}`]);
    // Without a sandbox nothing keeps it from the network.
    expect(stdout).toMatch(
      confined ? /^theirs false\nown true\noutside false\n$/ : /^theirs true\nown true\n/,
    );
    expect(heard).toEqual(confined ? [] : ['hello\n']);
  });

  test('deaf to signals, with a child', async () => {
    const mark = `mark-${process.pid}-${sandbox}`;
    const facts = await runs('signals', [mark], { timeoutMs: 4_000 });
    expect(facts).toMatchObject({ ending: 'timeout', exit: -1, stdout: 'deaf\n' });
    await survive(mark, 0);
  });

  /** Runs a program of the folder beside a good one, which must come out right in the same build and the next. */
  async function runs(name: string, args: string[] = [], limits = {}): Promise<RunFacts> {
    const source = readFileSync(new URL(`hostile/${name}.go`, import.meta.url), 'utf8');
    const { open } = await project();
    const capture = await open({ sandbox, run: { ...LIMITS, ...limits } });
    const bad = fence('bad', source, { run: { args, exit: 0 } });
    const facts = await capture.capture([bad, GOOD]);
    const next = await capture.capture([GOOD, { ...GOOD, id: 'again' }]);
    for (const { run } of [facts.get('good')!, next.get('good')!, next.get('again')!]) {
      expect(run).toEqual({ ending: 'exited', exit: 0, stdout: '', stderr: '1\n' });
    }
    return facts.get('bad')!.run!;
  }
});

test('endless compiles, by time and by memory, are errors of their own examples alone', async () => {
  const { open } = await project();
  // One at a time: on a slow machine the one that needs memory would run into the time limit first.
  const hurried = await open({ compile: { timeoutMs: 3_000 } });
  const late = await hurried.capture([GOOD, fence('time', structs(60))]);
  expect(errorsOf(late.get('time'))).toEqual([
    { message: 'the compiler needed more time than its limit', limit: 'time' },
  ]);
  expect(late.get('good')!.run!.stderr).toBe('1\n');
  const capture = await open({ compile: { memoryBytes: 300 << 20 } });
  const facts = await capture.capture([GOOD, fence('memory', strings(30))]);
  expect(errorsOf(facts.get('memory'))).toEqual([
    { message: 'the compiler needed more memory than its limit', limit: 'memory' },
  ]);
  expect(facts.get('good')!.run!.stderr).toBe('1\n');
  expect((await capture.capture([GOOD])).get('good')!.compile.errors).toEqual([]);
});

test('endless compiles by generic code that doubles with each line, and by a table of data', async () => {
  const { open } = await project();
  const hurried = await open({ compile: { timeoutMs: 3_000 } });
  const late = await hurried.capture([GOOD, fence('time', instances(40))]);
  expect(errorsOf(late.get('time'))).toEqual([
    { message: 'the compiler needed more time than its limit', limit: 'time' },
  ]);
  const data = main('\tprintln(len(data))') + '\nvar data = [1 << 33]byte{1<<33 - 1: 1}\n';
  const capture = await open({ compile: { memoryBytes: 300 << 20 } });
  const facts = await capture.capture([GOOD, fence('memory', data)]);
  expect(errorsOf(facts.get('memory'))).toEqual([
    { message: 'the compiler needed more memory than its limit', limit: 'memory' },
  ]);
  for (const known of [late, facts]) expect(known.get('good')!.run!.stderr).toBe('1\n');
});

test('a go command that does not end is ended as a whole, and names what it was compiling', async () => {
  const { open } = await project();
  const endless = fence('content/slow.md#x2', structs(61));
  const capture = await open({ compile: { commandTimeoutMs: 4_000 } });
  await expect(capture.capture([GOOD, endless])).rejects.toMatchObject({
    rule: 'go-timeout',
    message: expect.stringMatching(
      /`go\.sh list` did not end within 4 s\. Still being compiled: content\/slow\.md#x2\./,
    ),
  });
  await survive(`escapement-${process.pid}-`, 0);
  expect((await capture.capture([GOOD])).get('good')!.run!.stderr).toBe('1\n');
});

test('generic code that instantiates itself without end is refused by the compiler', async () => {
  const source =
    'package main\n\ntype N[T any] struct{ p *T }\n\nfunc f[T any](n int, t T) {\n\tif n > 0 {\n\t\tf[N[T]](n-1, N[T]{})\n\t}\n}\n\nfunc main() { f(10, 1) }\n';
  expect(await messages(fence('a', source))).toEqual([expect.stringContaining('instantiation cycle')]);
});

test('a source of 50 MB is not even handed to Go', async () => {
  const { open, started } = await project();
  const capture = await open();
  const big = fence('big', main(`\tprintln(1)\n//${'x'.repeat(50 << 20)}`), { run: { args: [], exit: 0 } });
  const facts = await capture.capture([big]);
  expect(errorsOf(facts.get('big'))).toEqual([
    {
      message: expect.stringMatching(/^the example has 524\d+ bytes of Go, and the limit is 1048576$/),
      limit: 'size',
    },
  ]);
  expect(await started()).toEqual([]);
  expect((await capture.capture([GOOD])).get('good')!.run!.stderr).toBe('1\n');
});

test('the environment reaches neither a program nor a test nor a benchmark', async () => {
  vi.stubEnv('A_SECRET', 'hunter2');
  onTestFinished(() => void vi.unstubAllEnvs());
  const show = 'fmt.Println(os.Environ(), os.Getenv("A_SECRET"))';
  const source = `package main\n\nimport (\n\t"fmt"\n\t"os"\n\t"testing"\n)\n\nfunc main() { ${show} }\n\nfunc TestA(t *testing.T) { ${show}; t.Fail() }\n\nfunc BenchmarkA(b *testing.B) { ${show}; b.Fatal() }\n`;
  const { open } = await project();
  const capture = await open({ bench: { count: 1 } });
  const facts = await capture.capture([
    fence('run', source.replace('\t"testing"\n', '').replaceAll(/func (Test|Bench).*\n/g, ''), {
      run: { args: [], exit: 0 },
    }),
    fence('test', source.replace('main()', 'unused()'), { test: true, bench: true }, 'a_test.go'),
  ]);
  const all = JSON.stringify([...facts.values()]);
  expect(all).toContain('TMPDIR=');
  expect(all.match(/TMPDIR=/g)!.length).toBeGreaterThanOrEqual(3);
  expect(all).not.toContain('hunter2');
});

describe('the compile reaches nothing outside', () => {
  test.each([
    ['above its folder', '//go:embed ../secret.txt', 'invalid pattern syntax'],
    ['anywhere', '//go:embed /etc/passwd', 'invalid pattern syntax'],
    ['in a folder of git', '//go:embed .git/config', 'no matching files found'],
  ])('//go:embed %s', async (_, directive, error) => {
    const source = `package main\n\nimport _ "embed"\n\n${directive}\nvar text string\n\nfunc main() { println(text) }\n`;
    expect(await messages(fence('a', source))).toEqual([expect.stringContaining(error)]);
  });

  test('cgo, in a fence and in a directory beside other files', async () => {
    const { open } = await project({
      'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
      'examples/c/a.go': 'package c\n',
      'examples/c/b.go': 'package c\n\n// #include "/etc/passwd"\nimport "C"\n',
    });
    const fenced = fence(
      'fence',
      'package main\n\n// #include "/etc/passwd"\nimport "C"\n\nfunc main() {}\n',
    );
    const dir: Unit = { ...GOOD, id: 'dir', package: { kind: 'directory', dir: 'examples/c' } };
    const facts = await (await open()).capture([fenced, dir]);
    const message = 'import "C" is not supported: examples are compiled without cgo';
    expect(errorsOf(facts.get('fence'))).toEqual([{ pos: { file: 'main.go', line: 4 }, message }]);
    expect(errorsOf(facts.get('dir'))).toEqual([{ message }]);
  });

  test.each([
    ['by its full path', '#include "/PATH"'],
    ['with an escape', '#include "\\x2fPATH"'],
    ['behind a comment', '#/* */include /* */ "/PATH"'],
    ['behind what looks like a comment', 'DATA x<>+0(SB)/8, $"/*"\n#include "/PATH"\n// */'],
    ['from above', '#include "../../secret.h"'],
    ['in a file that is included', '#include "in.h"'],
  ])('assembly that includes a file %s, in a package and in one that is imported', async (_, include) => {
    const { root, open, write } = await project({
      'secret.h': 'hunter2 is the secret\n',
      'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
      'examples/s/s.go': 'package s\n\nfunc F()\n',
      'examples/plain/s.go': 'package plain\n\nfunc F()\n',
      'examples/plain/s.s': '#include "textflag.h"\n\nTEXT ·F(SB),NOSPLIT,$0\n\tRET\n',
      'examples/user/u.go': 'package user\n\nimport "example.com/shop/s"\n\nfunc F() { s.F() }\n',
    });
    const text = include.replace('/PATH', `${root}/secret.h`).replace('PATH', `${root.slice(1)}/secret.h`);
    await write('examples/s/s.s', `${text}\n\nTEXT ·F(SB),0,$0\n\tRET\n`);
    if (text.includes('in.h')) await write('examples/s/in.h', `#include "${root}/secret.h"\n`);
    const units = ['s', 'plain', 'user'].map((dir) => directory(dir, `examples/${dir}`));
    const facts = await (await open()).capture([...units, GOOD]);
    expect(JSON.stringify([...facts.values()])).not.toContain('hunter2');
    const refused = [{ message: expect.stringContaining('may lead out of the directory of the package') }];
    expect(errorsOf(facts.get('s'))).toEqual(refused);
    expect(errorsOf(facts.get('user'))).toEqual(refused);
    expect(errorsOf(facts.get('plain'))).toEqual([]);
    expect(facts.get('good')!.run!.stderr).toBe('1\n');
  });

  test('assembly that includes a file by a symbolic link', async () => {
    const { root, open } = await project({
      'secret.h': 'hunter2 is the secret\n',
      'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
      'examples/s/s.go': 'package s\n\nfunc F()\n',
      'examples/s/s.s': '#include "in.h"\n\nTEXT ·F(SB),0,$0\n\tRET\n',
    });
    await symlink(join(root, 'secret.h'), join(root, 'examples/s/in.h'));
    const facts = await (await open()).capture([directory('s', 'examples/s')]);
    expect(errorsOf(facts.get('s'))).toEqual([
      { message: expect.stringMatching(/^in\.h, a symbolic link beside assembly, may lead out/) },
    ]);
  });

  test('the password of a module proxy stays out of what a failed download says', async () => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('GOPROXY', 'https://user:hunter2@127.0.0.1:1');
    const { open } = await project({
      'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n\nrequire example.com/private v1.0.0\n',
      'examples/p/p.go': 'package p\n\nimport _ "example.com/private"\n',
    });
    const capture = await open();
    const told = await capture.capture([directory('p', 'examples/p')]).then(
      (facts) => JSON.stringify([...facts.values()]),
      (error: Error) => error.message,
    );
    expect(told).toContain('example.com/private');
    expect(told).not.toContain('hunter2');
  });

  test('//go:linkname into what the runtime keeps for itself does not link', async () => {
    const source =
      'package main\n\nimport _ "unsafe"\n\n//go:linkname stop runtime.stopTheWorld\nfunc stop()\n\nfunc main() { stop() }\n';
    const unit = fence('a', source, { run: { args: [], exit: 0 } });
    expect(await messages(unit)).toEqual([expect.stringContaining('runtime.stopTheWorld')]);
  });

  test('-toolexec in GOFLAGS or go.env, and //go:generate, start nothing', async () => {
    const { root, open, write } = await project();
    await write('tool.sh', `#!/bin/sh\ntouch '${root}/started'\nexec "$@"\n`);
    await write('go.env', `GOFLAGS=-toolexec=/bin/sh,${root}/tool.sh\n`);
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('GOFLAGS', `"-toolexec=/bin/sh ${root}/tool.sh"`);
    vi.stubEnv('GOENV', `${root}/go.env`);
    const source = `package main\n\n//go:generate touch ${root}/started\n\nfunc main() { println(1, ${process.pid}) }\n`;
    const facts = await (await open()).capture([fence('a', source, { run: { args: [], exit: 0 } })]);
    expect(facts.get('a')!.run).toMatchObject({ exit: 0 });
    expect(readdirSync(root)).not.toContain('started');
  });

  test('a //line directive that names a file of the machine', async () => {
    const source = 'package main\n\nfunc main() {\n//line /etc/passwd:1\n\tx := 1\n}\n';
    const found = await messages(fence('a', source));
    expect(found).toEqual([expect.stringContaining('declared and not used')]);
    expect(found.join()).not.toContain('root:');
  });
});

async function messages(unit: Unit): Promise<string[]> {
  const { open } = await project();
  const facts = await (await open()).capture([unit]);
  return facts.get(unit.id)!.compile.errors.map(({ message }) => message);
}

function errorsOf(facts: { compile: { errors: object[] } } | undefined): object[] {
  return facts!.compile.errors;
}

/** Types whose comparison takes the compiler twice as long with each line. */
function structs(depth: number): string {
  const types = Array.from({ length: depth }, (_, at) => `type T${at + 1} struct{ a, b T${at} }\n`);
  return `package main\n\ntype T0 struct{}\n${types.join('')}\nfunc main() { var x, y T${depth}; println(x == y) }\n`;
}

/** Generic functions that each instantiate the next one twice, with new types. */
function instances(depth: number): string {
  const functions = Array.from(
    { length: depth },
    (_, at) => `func f${at}[T any]() { f${at + 1}[A[T]](); f${at + 1}[B[T]]() }\n`,
  );
  const types = 'type A[T any] struct{ a T }\n\ntype B[T any] struct{ b *T }\n';
  return `package main\n\n${types}\n${functions.join('')}\nfunc f${depth}[T any]() {}\n\nfunc main() { f0[int]() }\n`;
}

/** Constants that double with each line. */
function strings(depth: number): string {
  const doubled = Array.from({ length: depth }, (_, at) => `const s${at + 1} = s${at} + s${at}\n`);
  return `package main\n\nconst s0 = "0123456789abcdef"\n${doubled.join('')}\nfunc main() { println(s${depth}) }\n`;
}

/** So many processes with `word` as an argument are left, once those that were killed are gone. */
async function survive(word: string, count: number): Promise<void> {
  await expect.poll(() => survivors(word), { timeout: 10_000 }).toHaveLength(count);
}

/** Living processes that have `word` as an argument of their own. */
async function survivors(word: string): Promise<number[]> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map(
      async (pid) => [Number(pid), await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')] as const,
    ),
  );
  return lines.flatMap(([pid, line]) =>
    /escapement-|^\/example/.test(line) && line.includes(word) ? [pid] : [],
  );
}
