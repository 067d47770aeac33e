import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/*
 * Every folder of fix/fixtures/ is a test: of `input.md`, check --fix makes `fixed.md`; what it prints is `told.txt`.
 */
const bin = new URL('../src/bin.ts', import.meta.url).pathname;
const fixtures = new URL('./fix/fixtures/', import.meta.url);
const input = (name: string) => readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8');

const QUOTED = 'package limit\n\nfunc  Limit() *int {\n\tlimit := 1 // want heap\n\treturn &limit\n}\n';

async function open(text: string) {
  const cwd = await mkdtemp(join(tmpdir(), 'fix-test-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await mkdir(join(cwd, 'content'));
  await mkdir(join(cwd, 'examples/limit'), { recursive: true });
  await writeFile(join(cwd, 'examples/go.mod'), 'module example.org/x\n\ngo 1.24\n');
  await writeFile(join(cwd, 'examples/limit/limit.go'), QUOTED);
  await writeFile(
    join(cwd, 'escapement.config.mjs'),
    "export default { timings: 'measure', bench: { count: 1, time: '10x' } };\n",
  );
  const page = join(cwd, 'content/page.md');
  await writeFile(page, text);
  return { cwd, page };
}

function check(cwd: string, ...args: string[]) {
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; stdout: string; stderr: string }>();
  execFile(process.execPath, [bin, 'check', ...args], { cwd }, (error, stdout, stderr) =>
    resolve({ status: error ? error.code : 0, stdout, stderr }),
  );
  return promise;
}

test.each(readdirSync(fixtures))('%s', async (name) => {
  const { cwd, page } = await open(input(name));
  const told = await check(cwd, '--fix', '--yes');
  expect(told.stderr).toBe('');
  const fixed = await readFile(page, 'utf8');
  // A snapshot is read with the line ends of this machine, whatever stands in it.
  const lines = fixed.replaceAll('\r\n', '␍\n');
  await expect(lines).toMatchFileSnapshot(`fix/fixtures/${name}/fixed.md`);
  await expect(told.stdout.replaceAll(/go1\.26\.\d+/g, 'go1.26.N').replaceAll('\r', '␍')).toMatchFileSnapshot(
    `fix/fixtures/${name}/told.txt`,
  );
  expect(await readFile(join(cwd, 'examples/limit/limit.go'), 'utf8')).toBe(QUOTED);

  const again = await check(cwd, '--fix', '--yes');
  expect(again.status).toBe(told.status);
  expect(again.stdout).toContain('There is nothing that could be mended without an author.');
  expect(await readFile(page, 'utf8')).toBe(fixed);
});

test('without a terminal and --yes it shows the changes, writes nothing and ends with 1', async () => {
  const { cwd, page } = await open(input('layout'));
  const told = await check(cwd, '--fix');
  expect(told).toMatchObject({ status: 1, stderr: '' });
  expect(told.stdout).toMatch(/^--- a\/content\/page\.md\n\+\+\+ b\/content\/page\.md\n@@ /);
  expect(told.stdout).toContain('Nothing was written; --yes mends 1 file without asking.');
  expect(await readFile(page, 'utf8')).toBe(input('layout'));

  const json = await check(cwd, '--fix', '--format=json');
  expect(JSON.parse(json.stdout)).toMatchObject({ problems: [] });
  expect(json.stderr).toContain('Nothing was written');
});

test('a claim in a quoted file is mended there; modes and links stay, and nothing else is left behind', async () => {
  const { cwd, page } = await open('# Quote\n\n```go file=examples/limit/limit.go\n```\n');
  const file = join(cwd, 'examples/limit/limit.go');
  await writeFile(join(cwd, 'limit.txt'), QUOTED.replace('want heap', 'want stack'));
  await chmod(join(cwd, 'limit.txt'), 0o640);
  await rm(file);
  await symlink('../../limit.txt', file);
  expect(await check(cwd, '--fix', '--yes')).toMatchObject({ status: 0 });
  expect(await readFile(file, 'utf8')).toBe(QUOTED);
  expect((await stat(join(cwd, 'limit.txt'))).mode & 0o777).toBe(0o640);
  expect(await readdir(join(cwd, 'examples/limit'))).toEqual(['limit.go']);
  expect(await readFile(page, 'utf8')).toContain('file=examples');
});

test('a time that is kept is that of the captures: another measurement is not asked', async () => {
  const bench = 'func BenchmarkAdd(b *testing.B) {\n\tn := 0\n\tfor b.Loop() {\n\t\tn++\n\t}\n}\n';
  const { cwd, page } = await open(
    `# Time\n\n\`\`\`go bench\n${bench}\`\`\`\n\nIt takes :fact[ns/op]{of=Add value}.\n`,
  );
  expect(await check(cwd, '--fix', '--yes')).toMatchObject({ status: 0, stderr: '' });
  const fixed = await readFile(page, 'utf8');
  expect(fixed).toMatch(/value="[\d.]+ [nµ]s\/op"\}\.\n$/);
  await rm(join(cwd, '.escapement'), { recursive: true });
  expect(await check(cwd)).toMatchObject({ status: 0 });
  expect(await readFile(page, 'utf8')).toBe(fixed);
});

test('--fix with --watch is refused', async () => {
  const { cwd } = await open('# Empty\n');
  expect(await check(cwd, '--fix', '--watch')).toMatchObject({
    status: 2,
    stderr: 'Unexpected --fix with --watch or --frozen, expected it alone\n',
  });
});
