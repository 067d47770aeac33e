import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { escapement, filesOf, open } from './init.ts';

test('init makes a site in an empty folder whose examples hold', async () => {
  const cwd = await open({});
  const made = await escapement(cwd, ['init', 'my site']);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/\n\nNext:\n {2}cd 'my site' && npm install\n {2}npm run dev\n$/);
  const root = join(cwd, 'my site');
  const files = await filesOf(root);
  expect(Object.keys(files)).toEqual([
    '.github/workflows/guide.yml',
    '.gitignore',
    'README.md',
    'astro.config.mjs',
    'content/guide/limits.md',
    'content/index.md',
    'escapement.config.mjs',
    'examples/go.mod',
    'examples/limits/limits.go',
    'examples/limits/limits_test.go',
    'package.json',
    'src/content.config.ts',
    'tsconfig.json',
  ]);
  expect(await escapement(root, ['init'])).toMatchObject({
    stdout: expect.stringContaining('Nothing to do'),
  });

  const checked = await escapement(root, ['check'], '', { CI: '' });
  expect(checked.stdout).toMatch(/^2 pages, 4 examples, no problems \(go1\./);
  const page = files['content/guide/limits.md']!;
  await writeFile(join(root, 'content/guide/limits.md'), page.replace(' verdict=refuted', ''));
  const wrong = await escapement(root, ['check'], '', { CI: '' });
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toMatch(/^content\/guide\/limits\.md:\d+:\d+: .*\[claim-verdict\]/);
});

test('init makes a site where only `npm install escapement` was typed before', async () => {
  const installed = '{\n  "devDependencies": {\n    "escapement": "^0.1.0"\n  }\n}\n';
  const cwd = await open({ 'package.json': installed, 'package-lock.json': '{}', 'node_modules/a/b.js': '' });
  expect(await escapement(cwd, ['init'])).toMatchObject({ status: 0, stderr: '' });
  const { 'package.json': manifest } = await filesOf(cwd);
  expect(JSON.parse(manifest!)).toMatchObject({
    scripts: { dev: 'astro dev' },
    dependencies: {
      escapement: '^0.1.0',
      astro: expect.any(String),
      '@escapement/astro': expect.any(String),
    },
  });
});

test('--from takes our packages from tarballs', async () => {
  const names = [
    'escapement-0.1.0.tgz',
    'escapement-astro-0.1.0.tgz',
    'escapement-expressive-code-0.1.0.tgz',
  ];
  const cwd = await open(Object.fromEntries(names.map((name) => [`packed/${name}`, ''])));
  expect(await escapement(cwd, ['init', 'site', '--from', 'packed'])).toMatchObject({ status: 0 });
  const { 'site/package.json': manifest } = await filesOf(cwd);
  expect(JSON.parse(manifest!).dependencies).toMatchObject({
    escapement: `file:${cwd}/packed/escapement-0.1.0.tgz`,
    '@escapement/astro': `file:${cwd}/packed/escapement-astro-0.1.0.tgz`,
    '@escapement/expressive-code': `file:${cwd}/packed/escapement-expressive-code-0.1.0.tgz`,
  });
  expect(await escapement(cwd, ['init', 'other', '--from', 'site'])).toMatchObject({
    status: 2,
    stderr: 'Unexpected --from=site: it has no tarball of @escapement/astro\n',
  });
});
