import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './project.ts';

const command = join(import.meta.dirname, '../../plugins/cli/src/bin.ts');
const archives = join(import.meta.dirname, '../../plugins/cli/test/fixtures/init');

/** A project as it was before, with Escapement added to it. */
function initialised(name: string, more: Record<string, string>) {
  const site = project(`init ${name}`);
  for (const folder of ['content', 'examples', 'src', 'astro.config.mjs', 'escapement.config.mjs'])
    rmSync(join(site.root, folder), { recursive: true });
  const [, ...parts] = readFileSync(join(archives, `${name}.txtar`), 'utf8').split(/^-- (.+) --\n/m);
  for (let at = 0; at < parts.length; at += 2) site.write(parts[at]!, parts[at + 1]!);
  for (const [path, text] of Object.entries(more)) site.write(path, text);
  execFileSync(process.execPath, [command, 'init', '--yes'], { cwd: site.root });
  return site;
}

test('an Astro project builds with its first page', async () => {
  const site = initialised('minimal', {});
  const built = await site.build({ CI: '' });
  expect(built.output).toContain('1 page, 3 examples, no problems');
  expect(built.code).toBe(0);
  expect(site.read('dist/limits/index.html')).toMatch(/class="esc-mark"[^>]* data-tone="heap"/);
});

test('a Starlight project builds with the pages that it had', async () => {
  const site = initialised('starlight', {
    'src/content/docs/index.mdx': '---\ntitle: Start\n---\n\n<p>Hello</p>\n',
    'src/content/docs/guides/example.md':
      '---\ntitle: Example\n---\n\n```go\nfunc f() *int { return new(int) } // want heap\n```\n\n:::note\nAn aside.\n:::\n',
  });
  const built = await site.build();
  expect(built.output).toContain('2 pages, 1 example, no problems');
  expect(built.code).toBe(0);
  const html = site.read('dist/guides/example/index.html');
  expect(html).toMatch(/class="esc-mark"[^>]* data-tone="heap"/);
  expect(html).toContain('starlight-aside');
  expect(site.read('dist/index.html')).toContain('<p>Hello</p>');
});
