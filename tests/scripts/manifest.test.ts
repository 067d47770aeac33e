import { expect, test } from 'vitest';
import { publishedManifest } from '../../scripts/pack/manifest.ts';

const versions = { '@escapement/facts': '1.2.3', '@escapement/rehype': '1.2.3' };
const repository = { type: 'git', url: 'git+https://example.org/escapement.git' };

test('a published manifest leads to what was compiled, and keeps the rest', () => {
  const manifest = publishedManifest(
    {
      name: '@escapement/rehype',
      version: '1.2.3',
      exports: { '.': './src/index.ts', './routes/*': './src/routes/*.ts', './styles.css': './styles.css' },
      bin: { escapement: './src/bin.ts' },
      files: ['template'],
      dependencies: { '@escapement/facts': '*', shiki: '4.6.0', yaml: '^2.8.0' },
      devDependencies: { react: '19.3.1' },
    },
    versions,
    undefined,
    'rehype',
  );
  expect(manifest).toEqual({
    name: '@escapement/rehype',
    version: '1.2.3',
    files: ['dist', 'template', 'styles.css'],
    sideEffects: ['./styles.css'],
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './routes/*': { types: './dist/routes/*.d.ts', default: './dist/routes/*.js' },
      './styles.css': './styles.css',
      './package.json': './package.json',
    },
    bin: { escapement: './dist/bin.js' },
    dependencies: { '@escapement/facts': '1.2.3', shiki: '4.6.0', yaml: '^2.8.0' },
    publishConfig: { access: 'public' },
  });
});

test('with a repository, npm is asked to record how the package was built', () => {
  const facts = { name: '@escapement/facts', version: '1.2.3', exports: './src/index.ts' };
  const manifest = publishedManifest(facts, versions, repository, 'facts');
  expect(manifest.repository).toEqual({ ...repository, directory: 'plugins/facts' });
  expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
});
