import { checkPages, loadOptions, openSession } from '@escapement/remark';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOf } from '../src/attach/copy.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
let copies: string;
let count = 0;

/*
 * What a reader copies from every block of the guide, each package in a folder of its own. Quoted files go where
 * they come from, beside the files of their package that nobody quotes.
 */
beforeAll(async () => {
  copies = await mkdtemp(join(tmpdir(), 'copies-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(copies, path)), { recursive: true });
    await writeFile(join(copies, path), text);
  };
  await cp(join(root, 'examples'), join(copies, 'examples'), { recursive: true });
  await write('go.work', 'go 1.26\n\nuse ./examples\n\nuse ./units\n');
  await write('units/go.mod', 'module example\n\ngo 1.26\n');
  const options = await loadOptions(root, { timings: 'keep' });
  const { verified } = await checkPages(openSession(root, options));
  for (const [at, { units, examples }] of verified.entries()) {
    for (const example of examples.filter(({ meta }) => !meta.fails)) {
      const { package: code } = units.find(({ id }) => id === example.unit)!;
      const own = units.findIndex(({ id }) => id === example.unit);
      // An external test imports its neighbours by this name.
      const folder = (code.kind === 'files' && code.name) || `p${at}u${own}`;
      const path = example.quotes ?? `units/${folder}/${example.file}`;
      await write(path, copyOf(example) ?? `${example.shown.code}\n`);
      count++;
    }
  }
});
afterAll(() => rm(copies, { recursive: true, force: true }));

test('what is copied from any block of the guide passes go vet with the other files of its package', async () => {
  expect(count).toBeGreaterThan(50);
  const { stderr } = await run('go', ['vet', './units/...', './examples/...'], { cwd: copies });
  expect(stderr).toBe('');
});

test('what is copied is as gofmt lays it out, without claims', async () => {
  expect((await run('gofmt', ['-l', '.'], { cwd: copies })).stdout).toBe('');
  await expect(
    run('grep', ['-rnE', '// *(want |#(end)?region)', 'units'], { cwd: copies }),
  ).rejects.toMatchObject({
    code: 1,
  });
});
