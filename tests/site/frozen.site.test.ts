import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './project.ts';

const command = join(import.meta.dirname, '../../plugins/cli/src/bin.ts');
const pages = ['.', 'guide/point', 'guide/shop'];

test('a build without Go, from committed captures', async () => {
  const site = project('frozen');
  const html = () => pages.map((page) => site.read(`dist/${page}/index.html`));
  const escapement = (args: string[], env: Record<string, string>) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: site.root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return { code: status, output: stdout + stderr };
  };
  // A folder with nothing in it: no Go can be found.
  const nowhere = { PATH: join(site.root, 'no-commands') };
  mkdirSync(nowhere.PATH);
  const frozen = { ...nowhere, ESCAPEMENT_FROZEN: '1' };

  expect((await site.build()).code).toBe(0);
  const live = html();
  expect(escapement(['freeze'], {})).toMatchObject({
    code: 0,
    output: expect.stringContaining('froze 3 captures'),
  });
  expect(readdirSync(join(site.root, 'captures'), { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'examples',
    'examples/shop.txt',
    'frozen',
    'frozen/content',
    'frozen/content/guide',
    'frozen/content/guide/point.point.json',
    'frozen/content/index.x1.json',
    'frozen/examples',
    'frozen/examples/shop.json',
  ]);

  for (const folder of ['.escapement', '.astro', 'node_modules', 'dist'])
    rmSync(join(site.root, folder), { recursive: true, force: true });
  expect((await site.build(nowhere)).output).toContain('No Go was found');
  const built = await site.build(frozen);
  expect(built.output).toContain('3 pages, 3 examples, no problems (go1.');
  expect(built.code).toBe(0);
  expect(html()).toEqual(live);
  expect(escapement(['check', '--frozen'], nowhere).code).toBe(0);

  site.edit('examples/shop/shop.go', 'Price [8]int64', 'Price [16]int64');
  const stale = await site.build(frozen);
  expect(stale.code).toBe(1);
  expect(stale.output).toContain('[capture-stale]');
  expect(stale.output).toContain('npx escapement freeze');
  site.edit('content/guide/point.md', 'id=point', 'id=renamed');
  expect(escapement(['check', '--frozen'], nowhere).output).toMatch(
    /content\/guide\/point\.md:\d+:1: Unexpected example without a capture: .*\[capture-missing\]/,
  );
});

test('in CI stale timings are an error that names the command, and measuring mends it', async () => {
  const site = project('timings');
  expect((await site.build()).code).toBe(0);
  const committed = { ESCAPEMENT_TEST_TIMINGS: 'auto', CI: 'true' };
  expect((await site.build(committed)).code).toBe(0);
  site.edit('examples/shop/shop.go', 'Price [8]int64', 'Price [16]int64');
  const stale = await site.build(committed);
  expect(stale.code).toBe(1);
  expect(stale.output).toMatch(
    /content\/guide\/shop\.md:\d+:1: Unexpected benchmark without timings: .*\[timings-stale\]/,
  );
  expect(stale.output).toContain('npx escapement measure content/guide/shop.md');
  const { status } = spawnSync(process.execPath, [command, 'measure', 'examples/shop'], { cwd: site.root });
  expect(status).toBe(0);
  expect((await site.build(committed)).code).toBe(0);
});
