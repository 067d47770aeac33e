import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const bin = new URL('../src/bin.ts', import.meta.url).pathname;

/** Runs the command line in a directory with these files; says how it ended. */
async function escapement(files: Record<string, string>, ...commands: string[][]) {
  const cwd = await mkdtemp(join(tmpdir(), 'cli-test-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  const ended: { status: unknown; stdout: string; stderr: string }[] = [];
  for (const args of commands) {
    const { promise, resolve } = Promise.withResolvers<(typeof ended)[number]>();
    execFile(process.execPath, [bin, ...args], { cwd }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stdout, stderr }),
    );
    ended.push(await promise);
  }
  return { cwd, ended };
}

const POINTER =
  'package main\n\nfunc f() *int {\n\tn := 1\n\treturn &n\n}\n\nfunc main() { println(*f()) }\n';

test('capture --format=gc prints the compiler’s lines', async () => {
  const { ended } = await escapement(
    { 'p.go': POINTER },
    ['capture', 'p.go', '--gcflags=-m -l', '--format=gc'],
    ['capture', '--gcflags', '-m -l', '--format', 'gc', 'p.go'],
    ['capture', 'p.go', '--format', 'gc', '--go=1.24.11', '--goarch=arm64'],
  );
  expect(ended[0]).toEqual({ status: 0, stdout: 'p.go:4:2: moved to heap: n\n', stderr: '' });
  expect(ended[1]).toEqual(ended[0]);
  expect(ended[2]!.stdout).toContain('p.go:4:2:   flow: ~r0 = &n:\n');
});

test('capture --format=json holds facts, and text the steps in words', async () => {
  const { ended } = await escapement(
    { 'p.go': POINTER },
    ['capture', 'p.go', '--format=json', '--gcflags=-m -l'],
    ['capture', '.', '--gcflags=-m=2 -l'],
  );
  expect(JSON.parse(ended[0]!.stdout)).toMatchObject({
    diagnostics: [{ kind: 'moved', subject: 'n', func: 'f', pos: { file: 'p.go', line: 4, column: 2 } }],
    errors: [],
    foreign: 0,
    unknown: 0,
    files: ['p.go'],
  });
  expect(ended[1]!.stdout).toContain(
    'p.go:4: n := 1\n  2: moved to heap: n [in f]\n      &n: its address is taken (p.go:5:9)\n',
  );
});

test('capture tells how many messages it does not know, and keeps them', async () => {
  const source =
    'package main\n\nfunc main() {\n\ty := 1\n\tf := func() int { return y }\n\tprintln(f())\n}\n';
  // The notes of this debugging flag are in no list of ours.
  const capture = ['capture', 'p.go', '--gcflags=-m -l -d=closure=1'];
  const { cwd, ended } = await escapement(
    { 'p.go': source },
    [...capture, '--format=json'],
    capture,
    [...capture, '--format=gc'],
    ['capture', 'p.go'],
  );
  const [json, text, gc, usual] = ended.map(({ stdout }) => stdout);
  const { unknown, diagnostics } = JSON.parse(json!) as {
    unknown: number;
    diagnostics: { kind: string; message: string }[];
  };
  expect([unknown, diagnostics.filter(({ kind }) => kind === 'unknown')]).toMatchObject([
    1,
    [{ message: 'stack closure, captured vars = [y]' }],
  ]);
  expect(text).toContain('stack closure, captured vars = [y]');
  expect(text).toMatch(/\n1 unknown compiler message\n$/);
  const compile = ['tool', 'compile', '-p=main', `-trimpath=${cwd}=>`, '-o=/dev/null', '-m', '-l'];
  expect(gc).toBe(execFileSync('go', [...compile, '-d=closure=1', 'p.go'], { cwd, encoding: 'utf8' }));
  expect(usual).not.toContain('unknown compiler');
});

test('the command that capture tells says the same in a shell', async () => {
  const names = ['a b$c', "o'clock.go"] as const;
  const path = names.join('/');
  const flags = `--gcflags=-m -l '-D=some dir'`;
  const { ended } = await escapement(
    { [path]: POINTER },
    ['capture', path, '--format=json', flags],
    ['capture', path, '--format=json', flags, '--go=1.24', '--goarch=wasm'],
  );
  const [own, other] = ended.map(({ stdout }) => (JSON.parse(stdout) as { command: string }).command);
  expect(other).toMatch(/^GOTOOLCHAIN=go1\.24\.11 GOOS=wasip1 GOARCH=wasm go build -C '\//);
  const { stderr } = spawnSync('/bin/sh', ['-c', own!], { encoding: 'utf8' });
  expect(stderr).toBe("# command-line-arguments\n./o'clock.go:4:2: moved to heap: n\n");
});

test('what does not compile ends with 1, what makes no sense with 2', async () => {
  const { ended } = await escapement(
    { 'bad.go': 'package main\n\nfunc main() { x }\n' },
    ['capture', 'bad.go', '--format=gc'],
    ['capture'],
    ['capture', 'none.go'],
    ['capture', 'bad.go', '--fromat=gc'],
    ['capture', 'bad.go', '--format=xml'],
    ['capture', 'bad.go', '--gcflags=-bogus'],
  );
  expect(ended[0]).toEqual({ status: 1, stdout: 'bad.go:3:15: undefined: x\n', stderr: '' });
  expect(ended.slice(1).map(({ status, stderr }) => [status, stderr.trim()])).toEqual([
    [2, 'Unexpected arguments, expected one path: escapement capture FILE.go|DIR'],
    [2, 'Unexpected path none.go, expected a .go file or a directory'],
    [2, 'Unexpected option --fromat=gc, expected one of --gcflags, --go, --goarch, --format'],
    [2, 'Unexpected format "xml", expected gc, json or text'],
    [2, 'The compiler: flag provided but not defined: -bogus'],
  ]);
});

test('check counts what it does not know, and clean removes the store', async () => {
  const source =
    'package main\n\nfunc main() {\n\ty := 1\n\tf := func() int { return y }\n\tprintln(f())\n}\n';
  const { cwd, ended } = await escapement(
    {
      'content/a.md': `# A\n\n\`\`\`go\n${source}\`\`\`\n`,
      // The notes of this debugging flag are in no list of ours.
      'escapement.config.mjs': "export default { gcflags: ['-l', '-d=closure=1'] };\n",
    },
    ['check'],
    ['check', '--format=json'],
    ['clean', '--older=1'],
    ['clean'],
  );
  expect(ended[0]!.stdout).toMatch(/^1 unknown compiler message\n1 page, 1 example, no problems /);
  expect(JSON.parse(ended[1]!.stdout)).toMatchObject({ unknown: 1, foreign: 0 });
  expect(ended.slice(2).map(({ stdout }) => stdout)).toEqual([
    'Removed 0 entries.\n',
    expect.stringMatching(/^Removed 1 entry \(0\.\d MB\)\.\n$/),
  ]);
  expect(await readdir(join(cwd, '.escapement'))).toEqual([]);
});
