import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { archive, escapement, filesOf, open } from './init.ts';

test.each(['minimal', 'blog', 'starlight', 'starlight-i18n'])(
  'init adds itself to a project, once: %s',
  async (name) => {
    const cwd = await open(await archive(name));
    const first = await escapement(cwd, ['init', '--yes']);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const steady = first.stdout.replaceAll(/("@?escapement[\w/]*": "\^)[^"]+/g, '$1N');
    await expect(steady).toMatchFileSnapshot(`snapshots/init/${name}.txt`);

    const changed = await filesOf(cwd);
    expect(await escapement(cwd, ['init'])).toEqual({
      status: 0,
      stdout: 'Nothing to do: Escapement is set up here.\n',
      stderr: '',
    });
    expect(await filesOf(cwd)).toEqual(changed);
  },
);

test('the ends of lines stay as they are', async () => {
  const files = Object.entries(await archive('starlight'));
  const cwd = await open(
    Object.fromEntries(files.map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])),
  );
  expect(await escapement(cwd, ['init', '--yes'])).toMatchObject({ status: 0 });
  const { 'escapement.config.mjs': own, ...changed } = await filesOf(cwd);
  expect(own).toContain("content: ['src/content/docs']");
  for (const text of Object.values(changed)) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(changed['astro.config.mjs']).toContain('plugins: [starlightEscapement()],\r\n');
});

test('init asks, and writes nothing without a yes', async () => {
  const files = await archive('starlight');
  const cwd = await open(files);
  const no = await escapement(cwd, ['init'], 'no\n');
  expect(no).toMatchObject({ status: 0, stderr: '' });
  expect(no.stdout).toMatch(/^\+\t\t\tplugins: \[starlightEscapement\(\)\],$/m);
  expect(no.stdout).toContain('Write these changes? [y/N] Nothing was written.\n');
  expect(await escapement(cwd, ['init'])).toMatchObject({
    status: 2,
    stderr: '\nUnexpected end of the input: nobody answered. Give --yes to agree beforehand.\n',
  });
  expect(await filesOf(cwd)).toEqual(files);
  expect(await escapement(cwd, ['init'], 'y\n')).toMatchObject({ status: 0 });
  expect((await filesOf(cwd))['.gitignore']).toBe('node_modules/\n.escapement/\n');
});

test('init does not mix its changes with those that are not committed', async () => {
  const files = await archive('starlight');
  const cwd = await open(files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd });
  git('init', '-q');
  git('add', '.');
  git('reset', '-q', 'astro.config.mjs');
  git('commit', '-qm', 'all');
  expect(await escapement(cwd, ['init'], 'y\n')).toMatchObject({
    status: 2,
    stdout: '',
    stderr:
      'Unexpected changes that are not committed, in astro.config.mjs: commit them first, or give --yes.\n',
  });
  git('add', '.');
  git('commit', '-qm', 'the rest');
  expect(await escapement(cwd, ['init'], 'y\n')).toMatchObject({ status: 0 });
});

const config = (body: string, imports = '') =>
  `import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\n${imports}\nexport default ${body};\n`;

/** What a Starlight project has instead of its files, and what is said of it. */
const refused: [string, Record<string, string | undefined>, string][] = [
  [
    'no package.json',
    { 'package.json': undefined },
    'Unexpected folder: it has files, and no package.json. Expected an empty folder, or an Astro project',
  ],
  [
    'a broken package.json',
    { 'package.json': '{\n  "name": "docs",\n  dependencies\n}\n' },
    'package.json:3:3: Unexpected syntax: Expected double-quoted property name in JSON',
  ],
  [
    'no configuration',
    { 'astro.config.mjs': undefined },
    'package.json:1:1: Unexpected project without astro.config.mjs, .js, .ts or .mts',
  ],
  [
    'an old Astro',
    { 'package.json': '{\n  "dependencies": { "astro": "^6.1.0" }\n}\n' },
    'package.json:2:30: Unexpected astro ^6.1.0, expected 7.3 or newer',
  ],
  [
    'an old Starlight',
    { 'package.json': '{ "dependencies": { "astro": "7.3.4", "@astrojs/starlight": "~0.37.1" } }' },
    'package.json:1:61: Unexpected @astrojs/starlight ~0.37.1, expected 0.42 or newer',
  ],
  [
    'CommonJS',
    { 'astro.config.mjs': undefined, 'astro.config.cjs': 'module.exports = {};\n' },
    'astro.config.cjs:1:1: Unexpected CommonJS, expected astro.config.mjs',
  ],
  [
    'CommonJS in .js',
    { 'astro.config.mjs': undefined, 'astro.config.js': '// Ours\nmodule.exports = {};\n' },
    'astro.config.js:2:1: Unexpected CommonJS, expected `export default defineConfig({ … })`',
  ],
  [
    'a broken configuration',
    { 'astro.config.mjs': config('defineConfig({ integrations: [starlight({ title: "x" }] })') },
    'astro.config.mjs:4:70: Unexpected syntax: Unexpected token, expected ","',
  ],
  [
    'a configuration made by a function',
    { 'astro.config.mjs': config('makeConfig({})') },
    'astro.config.mjs:4:16: Unexpected configuration, expected an object, or `defineConfig({ … })` of astro/config',
  ],
  [
    'integrations from elsewhere',
    { 'astro.config.mjs': config('defineConfig({ integrations: all() })') },
    'astro.config.mjs:4:45: Unexpected `integrations`, expected an array',
  ],
  [
    'a spread',
    { 'astro.config.mjs': config('defineConfig({ ...base, markdown: {} })') },
    'astro.config.mjs:4:31: Unexpected spread, from which `integrations` may come, expected `integrations: …` in the object itself',
  ],
  [
    'Starlight behind a condition',
    { 'astro.config.mjs': config('defineConfig({ integrations: [on && starlight({})] })') },
    'astro.config.mjs:4:45: Unexpected use of Starlight, expected `starlight({ … })` among `integrations`',
  ],
  [
    'another processor',
    {
      'astro.config.mjs': config(
        'defineConfig({ markdown: { processor: satteri({ features: {} }) }, integrations: [starlight({})] })',
        "import { satteri } from '@astrojs/markdown-satteri';",
      ),
    },
    'astro.config.mjs:4:54: Unexpected Markdown processor `satteri({ features: {} })`, expected `unified()` of @astrojs/markdown-remark: Escapement is a remark plugin',
  ],
  [
    'another unified',
    {
      'astro.config.mjs': config(
        'defineConfig({ integrations: [starlight({})] })',
        "import { unified } from 'unified';",
      ),
    },
    'astro.config.mjs:3:1: Unexpected `unified`, expected the one of @astrojs/markdown-remark: give this another name',
  ],
  [
    'Expressive Code by itself',
    {
      'astro.config.mjs': config(
        'defineConfig({ integrations: [code()] })',
        "import code from 'astro-expressive-code';",
      ),
    },
    'astro.config.mjs:4:29: Unexpected Expressive Code without Starlight, whose options may be anywhere: add `escapement()`, `pluginEscapement()` and `tabWidth: 0` yourself',
  ],
  [
    'no collections',
    { 'src/content.config.ts': undefined },
    'Unexpected Starlight project without src/content.config.ts, where its pages are loaded',
  ],
  [
    'a loader with options of its own',
    {
      'src/content.config.ts':
        "import { glob } from 'astro/loaders';\nexport const collections = {\n  docs: { loader: glob({ pattern: '*.md', generateId }) },\n};\n",
    },
    'src/content.config.ts:3:43: Unexpected option of `glob`: `pages()` has only `base` and `pattern`',
  ],
  [
    'collections made by a function',
    { 'src/content.config.ts': 'export const collections = all();\n' },
    'src/content.config.ts:1:28: Unexpected collections, expected `export const collections = { … }`',
  ],
  [
    'no collection of pages',
    { 'src/content.config.ts': 'export const collections = { data: { loader: () => [] } };\n' },
    'src/content.config.ts:1:1: Unexpected collections: none of them takes Markdown pages from `docsLoader()` or `glob({ … })`',
  ],
];

test.each(refused)('init refuses %s', async (_, files, reason) => {
  const project = Object.entries({ ...(await archive('starlight')), ...files });
  const kept = Object.fromEntries(project.filter(([, text]) => text !== undefined)) as Record<string, string>;
  const cwd = await open(kept);
  const { status, stdout, stderr } = await escapement(cwd, ['init', '--yes']);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${reason}\n` });
  expect(await filesOf(cwd)).toEqual(kept);
});

test('a new site asks for the versions that are tested together', () => {
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  const { dependencies, overrides } = read('../template/package.json');
  const tested = read('../../../package.json');
  expect(tested.dependencies).toMatchObject(dependencies);
  expect(tested.overrides).toEqual(overrides);
});
