import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './project.ts';

const command = join(import.meta.dirname, '../../plugins/cli/src/bin.ts');

const WINDOW = `---
title: Window
---

\`\`\`go id=window go="1.24 1.26" goarch="386 amd64"
func window(n int) int {
	b := make([]byte, n)
	return len(b)
}
\`\`\`

::versions{of=window}

\`\`\`go id=words goarch=386
func words() int {
	w := make([]uintptr, 8193)
	return len(w)
}
\`\`\`

::versions{of=words}
`;

test('a build without Go shows what other compilers and targets said', async () => {
  const site = project('frozen-variants');
  site.write('content/guide/window.md', WINDOW);
  const nowhere = { PATH: join(site.root, 'no-commands'), ESCAPEMENT_FROZEN: '1' };
  mkdirSync(nowhere.PATH);
  const escapement = (args: string[], env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: site.root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return { code: status, output: stdout + stderr };
  };
  const page = () => site.read('dist/guide/window/index.html');
  const frozen = join(site.root, 'captures/frozen/content/guide');

  expect((await site.build()).output).toContain('4 pages, 5 examples, no problems');
  const live = page();
  expect(live).toContain('Go 1.24, 386<');
  expect(escapement(['freeze']).output).toContain('froze 10 captures');
  expect(
    readdirSync(frozen)
      .filter((name) => name.startsWith('w'))
      .toSorted(),
  ).toEqual([
    'window.window.json',
    'window.window@go1.24-386.json',
    'window.window@go1.24-amd64.json',
    'window.window@go1.26-386.json',
    'window.window@go1.26-amd64.json',
    'window.words.json',
    'window.words@386.json',
  ]);

  for (const folder of ['.escapement', '.astro', 'node_modules', 'dist'])
    rmSync(join(site.root, folder), { recursive: true, force: true });
  const built = await site.build(nowhere);
  expect(built.output).toContain('4 pages, 5 examples, no problems');
  expect(page()).toEqual(live);

  const check = () => escapement(['check'], nowhere).output;
  const gone = join(frozen, 'window.window@go1.24-386.json');
  const kept = readFileSync(gone);
  rmSync(gone);
  const missing = check();
  expect(missing).toMatch(
    /content\/guide\/window\.md:5:1: .* there is no `\S+\/window\.window@go1\.24-386\.json` \[capture-missing\]/,
  );
  expect(missing).toContain('npx escapement freeze');
  expect(missing).toContain('1 problem');
  writeFileSync(gone, kept);
  expect(check()).toContain('no problems');

  // Of the example as it was: another build's go renewed the rest.
  const stale = join(frozen, 'window.words@386.json');
  writeFileSync(
    stale,
    readFileSync(stale, 'utf8').replace(/"inputs": "\w+"/, '"inputs": "0123456789abcdef"'),
  );
  expect(check()).toMatch(
    /content\/guide\/window\.md:14:1: .* `\S+\/window\.words@386\.json`: .*other sources.* \[capture-stale\]/,
  );
  expect(escapement(['freeze']).code).toBe(0);
  expect(check()).toContain('no problems');

  site.edit('content/guide/window.md', ' goarch="386 amd64"', '');
  expect(escapement(['freeze']).output).toContain('removed ');
  expect(
    readdirSync(frozen)
      .filter((name) => name.startsWith('window.window@'))
      .toSorted(),
  ).toEqual(['window.window@go1.24.json', 'window.window@go1.26.json']);
});
