import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile, readFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const bin = new URL('../src/bin.ts', import.meta.url).pathname;
const project = new URL('./project/', import.meta.url).pathname;

/** The project of this folder, with a right page and two wrong ones, in a folder of its own. */
async function open() {
  const cwd = await mkdtemp(join(tmpdir(), 'check-test-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await cp(project, cwd, { recursive: true });
  return cwd;
}

function check(cwd: string, ...args: string[]) {
  return escapement(cwd, 'check', ...args);
}

function escapement(cwd: string, ...args: string[]) {
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; stdout: string; stderr: string }>();
  execFile(process.execPath, [bin, ...args], { cwd }, (error, stdout, stderr) =>
    resolve({ status: error ? error.code : 0, stdout, stderr }),
  );
  return promise;
}

test.each(['text', 'json', 'sarif', 'junit', 'github'])('--format=%s', async (format) => {
  const { status, stdout, stderr } = await check(await open(), `--format=${format}`);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const steady = stdout
    .replaceAll(/go1\.\d+(\.\d+)?/g, 'go1.N')
    .replaceAll(/"digest": "\w+"/g, '"digest": "…"');
  const extension = { sarif: 'sarif.json', json: 'json', junit: 'xml' }[format] ?? 'txt';
  await expect(steady).toMatchFileSnapshot(`snapshots/${format}.${extension}`);
});

test('--fail-fast stops at the first page with a problem, and paths choose pages', async () => {
  const cwd = await open();
  const first = await check(cwd, '--fail-fast');
  expect(first.stdout).toMatch(/1 page, 1 example, 1 problem/);
  const good = await check(cwd, 'content/right.md');
  expect(good).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 page, 2 examples, no problems'),
  });
});

test('--changed checks what changes since a commit concern', async () => {
  const cwd = await open();
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'init.defaultBranch=main', ...args],
      { cwd },
    );
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'all');
  expect(await check(cwd, '--changed=HEAD')).toMatchObject({
    status: 0,
    stdout: '0 pages, 0 examples, no problems\n',
  });

  // The page that quotes the module, but not the others.
  const go = join(cwd, 'examples/limit/limit.go');
  await writeFile(go, `${await readFile(go, 'utf8')}\n// Changed.\n`);
  expect((await check(cwd, '--changed=HEAD')).stdout).toContain('1 page, 2 examples, no problems');

  // A page that git does not know yet.
  await mkdir(join(cwd, 'content/new'));
  await writeFile(join(cwd, 'content/new/page.md'), '# New\n');
  expect((await check(cwd, '--changed=HEAD')).stdout).toContain('2 pages, 2 examples');

  expect(await check(cwd, '--changed=nowhere')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Unexpected answer of git:\nfatal: bad revision 'nowhere'"),
  });
});

test('budgets of the site hold for all pages, as errors or as warnings', async () => {
  const cwd = await open();
  const config = "export default { budgets: ['frame <= 1', 'warn: escape rate <= 0.1'] };\n";
  await writeFile(join(cwd, 'escapement.config.mjs'), config);
  const { status, stdout } = await check(cwd, 'content/right.md');
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^content\/right\.md:\d+:1: Unexpected cost: frame\(\w+\) is \d+ B, over the budget `frame <= 1` \[budget-over\]$/m,
  );
  expect(stdout).toMatch(
    /^content\/right\.md:\d+:1: warning: Unexpected cost: escape rate is .* \[budget-over\]$/m,
  );
});

test('--watch checks again when a page changes, and ends when it is told to', async () => {
  const cwd = await open();
  const args = [bin, 'check', '--watch', 'content/right.md'];
  const child = execFile(process.execPath, args, { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout!.on('data', (text: string) => (stdout += text));
  await expect.poll(() => stdout, { timeout: 120_000 }).toContain('no problems');
  const page = join(cwd, 'content/right.md');
  const text = await readFile(page, 'utf8');
  // The watcher says nothing of when it is ready: write until it hears.
  let round = 0;
  await expect
    .poll(
      async () => {
        await writeFile(page, text.replace('want heap', 'want stack') + '\n'.repeat(round++));
        return stdout;
      },
      { timeout: 120_000, interval: 2000 },
    )
    .toContain('[claim-failed]');
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve([code, signal])));
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
});

test.each(['check', 'clean', 'freeze', 'measure'])(
  '%s refuses an option that does not exist',
  async (command) => {
    expect(await escapement(await open(), command, '--formt=json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Unexpected option --formt=json, expected one of --root'),
    });
  },
);
