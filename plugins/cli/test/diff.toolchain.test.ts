import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const bin = new URL('../src/bin.ts', import.meta.url).pathname;

const page = (body: string) => `# Lines\n\n\`\`\`go id=line\n${body}\`\`\`\n`;
const SLICE = 'func line(n int) int {\n\tline := make([]byte, n)\n\treturn len(line)\n}\n';
const CLAIM = '\n:::claim{#C1 of=line expect="make([]byte, n) is heap"}\nIts size is not constant.\n:::\n';
const POINTER = 'func limit() *int {\n\tlimit := 1\n\treturn &limit\n}\n';
const VALUE = 'func limit() int {\n\tlimit := 1\n\treturn limit\n}\n';

/** A git repository whose project stands in a folder of it, with a commit for each text of its page. */
async function repository(...texts: string[]) {
  const top = await mkdtemp(join(tmpdir(), 'diff-test-'));
  onTestFinished(() => rm(top, { recursive: true, force: true }));
  const file = join(top, 'docs/content/line.md');
  await mkdir(dirname(file), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: top,
      encoding: 'utf8',
    });
  git('init', '-q');
  await writeFile(join(top, '.gitignore'), '.escapement/\n');
  for (const text of texts) {
    await writeFile(file, text);
    git('add', '.');
    git('commit', '-qm', 'page');
  }
  return { cwd: join(top, 'docs'), file, git };
}

function escapement(cwd: string, ...args: string[]) {
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; stdout: string; stderr: string }>();
  execFile(process.execPath, [bin, ...args], { cwd }, (error, stdout, stderr) =>
    resolve({ status: error ? error.code : 0, stdout, stderr }),
  );
  return promise;
}

test('two commits: verdicts, frames and costs; the worktrees are gone afterwards', async () => {
  const { cwd, file, git } = await repository(page(POINTER), page(`// A line more.\n${VALUE}`));
  const told = await escapement(cwd, 'diff', 'HEAD~1', 'HEAD', '--format=json');
  expect(told).toMatchObject({ status: 1, stderr: '' });
  const diff = JSON.parse(told.stdout) as { changes: { kind: string }[] };
  const place = { page: 'content/line.md', example: 'line' };
  expect(diff.changes.find(({ kind }) => kind === 'verdict')).toEqual({
    ...place,
    line: 3,
    kind: 'verdict',
    subject: 'limit',
    before: 'heap',
    after: 'stack',
  });
  expect(new Set(diff.changes.map(({ kind }) => kind))).toEqual(new Set(['verdict', 'frame', 'inlining']));
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);

  expect(await escapement(cwd, 'diff', 'HEAD~1', 'HEAD~1')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('No changes in 1 example'),
  });
  // Against the working tree, which no commit has.
  await writeFile(file, page(POINTER));
  expect(await escapement(cwd, 'diff', 'HEAD', '--format=markdown')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('| content/line.md `line` | 2 | `limit` | verdict | stack | **heap** |'),
  });
});

test('two Go releases: the same pages under each', async () => {
  const { cwd } = await repository(page(SLICE) + CLAIM);
  const named = await escapement(cwd, 'diff', '--go', '1.24', '1.26');
  expect(named).toMatchObject({ status: 1, stderr: '' });
  expect(named.stdout).toMatch(/^from go1\.24 \(go1\.24\.\d+ \S+\)\nto {3}go1\.26 \(go1\.26\.\d+ \S+\)\n/);
  expect(named.stdout).toMatch(/line:2 +make\(\[\]byte, n\) +verdict +heap → stack, then heap/);
  expect(named.stdout).toMatch(
    /C1 +claim +confirmed → refuted\n +C1 +line +evidence +yes, .*: heap → no, .*: stack, then heap\n/,
  );
  expect(named.stdout).toMatch(/\n\d+ changes in 1 of 1 example and 1 of 1 claim\n$/);
  expect(await escapement(cwd, 'diff', 'go1.24..go1.26')).toEqual(named);
});

test('an interrupted comparison leaves no worktree behind', async () => {
  const { cwd, git } = await repository(page(POINTER), page(VALUE));
  const child = execFile(process.execPath, [bin, 'diff', 'HEAD~1', 'HEAD'], { cwd });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  await expect
    .poll(() => git('worktree', 'list').trim().split('\n').length, { timeout: 60_000, interval: 20 })
    .toBe(2);
  child.kill('SIGINT');
  expect(['SIGINT', 2]).toContain(await ended);
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

test.each([
  [['diff'], 'expected two commits, two Go releases or two facts.json'],
  [['diff', 'a', 'b', 'c'], 'expected two commits'],
  [['diff', '--go', '1.24'], 'expected two commits'],
  [['diff', 'nowhere', 'HEAD'], 'Unexpected answer of git:\nfatal: Needed a single revision'],
  [['diff', 'none.json', 'HEAD'], 'Unexpected none.json: there is no such file'],
  [['diff', 'HEAD', '--fromat=json'], 'Unexpected option --fromat=json'],
])('%s cannot run', async (args, why) => {
  const { cwd } = await repository(page(VALUE));
  expect(await escapement(cwd, ...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(why) });
});
