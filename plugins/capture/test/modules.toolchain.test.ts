import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { UnitFacts } from '@escapement/facts';
import type { Progress } from '../src/index.ts';
import { directory, fence, main, project } from './project.ts';

/*
 * Examples with a module of others: golang.org/x/sync, small and without dependencies, comes from the
 * module proxy into a module cache of the test's own.
 */
const MOD = 'module example.test/m\n\ngo 1.24\n\nrequire golang.org/x/sync v0.16.0\n';
const SUM = `golang.org/x/sync v0.16.0 h1:ycBJEhp9p4vXvUZNszeOq0kGTPghopOL8q0fq3vstxw=
golang.org/x/sync v0.16.0/go.mod h1:1dzgHSNfp02xaA81J2MS99Qcpr2w7fw1gpm99rleRqA=
`;
const GROUP = `\tvar g errgroup.Group
\tg.Go(func() error { println("in a group"); return nil })
\t_ = g.Wait()`;

const run = { run: { args: [], exit: 0 } };
const plain = fence('plain', main('\tprintln("alone")'), run);
const group = fence('group', main(GROUP, 'golang.org/x/sync/errgroup'), run);
const second = fence('second', main(`\tprintln(2)\n${GROUP}`, 'errors', 'golang.org/x/sync/errgroup'));
const dir = directory('dir', 'examples');

async function withModule() {
  const here = await project({
    'examples/go.mod': MOD,
    'examples/go.sum': SUM,
    'examples/m.go': 'package m\n\nimport "golang.org/x/sync/errgroup"\n\nvar Group errgroup.Group\n',
  });
  await useEmptyCache();
  return here;
}

/** An empty module cache. What Go puts there cannot be written to, so that Go itself must remove it. */
async function useEmptyCache(): Promise<void> {
  const cache = await mkdtemp(join(tmpdir(), 'modules-test-'));
  onTestFinished(async () => {
    execFileSync('go', ['clean', '-modcache'], { env: { ...process.env, GOMODCACHE: cache } });
    await rm(cache, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  vi.stubEnv('GOMODCACHE', cache);
}

const said = (facts: Map<string, UnitFacts>) =>
  [...facts].map(([id, { compile, run: ran }]) => [id, ran?.stderr, ...compile.errors.map(place)]);
const place = ({ pos, message }: UnitFacts['compile']['errors'][number]) =>
  `${pos ? `${pos.file}:${pos.line}:${pos.column}: ` : ''}${message}`;

test('a module is fetched once, told as it is, and then used without the network', async () => {
  const { open } = await withModule();
  const told: Progress[] = [];
  const first = await (await open()).capture([plain, group, dir], (progress) => told.push(progress));
  expect(said(first)).toEqual([
    ['plain', 'alone\n'],
    ['group', 'in a group\n'],
    ['dir', undefined],
  ]);
  expect(told[0]).toEqual({ phase: 'download', done: 1, total: 1, module: 'golang.org/x/sync v0.16.0' });
  expect(told.filter(({ phase }) => phase === 'download')).toHaveLength(1);

  vi.stubEnv('GOPROXY', 'off');
  const again: Progress[] = [];
  const offline = await (await open({ store: 'another' })).capture([group, dir], (one) => again.push(one));
  expect(said(offline)).toEqual([
    ['group', 'in a group\n'],
    ['dir', undefined],
  ]);
  expect(again.map(({ phase }) => phase)).not.toContain('download');
});

test('a module that cannot be had is an error where it is imported, and nowhere else', async () => {
  const { open } = await withModule();
  vi.stubEnv('GOPROXY', 'off');
  const off = 'golang.org/x/sync@v0.16.0: module lookup disabled by GOPROXY=off';
  expect(said(await (await open()).capture([plain, group, second, dir]))).toEqual([
    ['plain', 'alone\n'],
    ['group', undefined, `main.go:3:8: ${off}`],
    ['second', undefined, expect.stringMatching(`^main\\.go:4:8: ${off}`)],
    ['dir', undefined, expect.stringContaining(off)],
  ]);
});

test('go.sum is an input, and what does not match it is refused', async () => {
  const { open, write } = await withModule();
  const keys = async () => {
    const engine = await open();
    return Promise.all([plain, group, dir].map((unit) => engine.key(unit)));
  };
  expect(said(await (await open()).capture([group]))).toEqual([['group', 'in a group\n']]);
  const before = await keys();
  await write('examples/go.sum', SUM.replace('h1:ycBJ', 'h1:XXXX'));
  const after = await keys();
  expect(after.map((key, at) => key === before[at])).toEqual([true, false, false]);
  const tampered = said(await (await open()).capture([plain, group]));
  expect(tampered).toEqual([
    ['plain', 'alone\n'],
    [
      'group',
      undefined,
      expect.stringMatching(/^verifying golang\.org\/x\/sync@v0\.16\.0: checksum mismatch/),
    ],
  ]);
  expect(String(tampered)).toMatch(/downloaded: h1:ycBJ.*\n\s+examples\/go\.sum: +h1:XXXX/);
  await write('examples/go.sum', SUM);
  expect(await keys()).toEqual(before);

  await write('examples/go.mod', MOD.replace('v0.16.0', 'v0.15.0'));
  await write('examples/go.sum', '');
  expect((await keys()).map((key, at) => key === before[at])).toEqual([true, false, false]);
});
