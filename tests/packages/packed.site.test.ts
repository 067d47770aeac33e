import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packPackages, type Packed } from '../../scripts/pack/pack.ts';
import { installProjects, repository, type Projects, type Ran } from './project.ts';
import { readWorkflow, runJob } from './workflow.ts';

let packed: Packed[];
let projects: Projects;

beforeAll(async () => {
  packed = packPackages(repository);
  projects = await installProjects(packed, ['plain', 'starlight', 'unified']);
});
afterAll(() => projects?.remove());

describe('the tarballs', () => {
  test('come in an order in which they can be published', () => {
    const names = packed.map(({ name }) => name);
    expect(names).toHaveLength(8);
    for (const { name, folder } of packed) {
      const { dependencies } = readManifest(folder);
      const ours = Object.keys(dependencies).filter((dependency) => names.includes(dependency));
      expect(ours.filter((dependency) => names.indexOf(dependency) > names.indexOf(name))).toEqual([]);
    }
  });

  test('are as publint wants them', async () => {
    const found = await Promise.all(
      packed.map(async ({ tarball }) => {
        const { buffer } = new Uint8Array(readFileSync(tarball));
        const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
        return messages.map((message) => `${String(pkg['name'])}: ${formatMessage(message, pkg)}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  test('have types wherever ES modules are resolved', async () => {
    const found = await Promise.all(
      packed.map(async ({ name, folder, tarball }) => {
        const assets = Object.entries(readManifest(folder).exports).filter(
          ([, to]) => typeof to === 'string',
        );
        const excludeEntrypoints = assets.map(([entry]) => entry);
        const content = createPackageFromTarballData(new Uint8Array(readFileSync(tarball)));
        const analysis = await checkPackage(content, { excludeEntrypoints });
        const problems = analysis.types ? analysis.problems : [];
        // The command has nothing to import. `require` and TypeScript's old `node10` are not for ES modules.
        return problems
          .filter((problem) => !('resolutionKind' in problem) || !commonJs.includes(problem.resolutionKind))
          .map((problem) => `${name}: ${JSON.stringify(problem)}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe('installed outside of the repository', () => {
  test('the packages are typed', async () => {
    const checked = await projects.npx('unified', 'tsc', '-p', '.');
    // Declarations are checked as well; those of others refer to packages that are not installed.
    const lines = checked.stdout.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !/node_modules\/(?!@?escapement)/.test(line))).toEqual([]);
  });

  test('a plain Astro site builds', async () => {
    const built = await projects.npx('plain', 'astro', 'build');
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining(summary) });
    const page = projects.read('plain/dist/limits/index.html');
    expectPage(page);
    expect(page).toContain('--shiki-light:');
    expect(page).toContain('<footer>2 claims</footer>');
    expect(projects.read('plain/dist/claims/index.html')).toContain('data-verdict="refuted"');
    const { claims } = JSON.parse(projects.read('plain/dist/claims.json')) as { claims: unknown[] };
    expect(claims).toHaveLength(2);
  });

  test('a Starlight site builds', async () => {
    const built = await projects.npx('starlight', 'astro', 'build');
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining(summary) });
    const page = projects.read('starlight/dist/limits/index.html');
    expectPage(page);
    expect(page).toContain('class="expressive-code"');
  });

  test('a unified pipeline makes the page', async () => {
    const made = await projects.node('unified', 'render.mjs');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expectPage(made.stdout);
    expect(made.stdout).toContain('.esc-notes');
  });

  test('`npx escapement check` finds no problem, then the one that there is', async () => {
    const fine = await projects.npx('unified', 'escapement', 'check');
    expect(fine).toMatchObject({ code: 0, stdout: expect.stringContaining(summary) });
    projects.edit('unified/content/limits.md', '// want heap', '// want stack');
    const wrong = await projects.npx('unified', 'escapement', 'check');
    expect(wrong.code).toBe(1);
    expect(wrong.stdout + wrong.stderr).toContain('content/limits.md:13:27');
  });
});

describe('a site that `npx escapement init` makes', () => {
  // As a runner of GitHub sets them.
  const runner = { CI: 'true', GITHUB_ACTIONS: 'true' };
  let made: Ran;
  let measured: Ran;

  beforeAll(async () => {
    const tarballs = dirname(packed[0]!.tarball);
    made = await projects.npx('unified', 'escapement', 'init', '../made', '--from', tarballs);
    measured = await projects.npx('made', 'escapement', 'measure');
    await projects.shell('made', 'npm install --package-lock-only', {});
  });

  test('has its first timings', () => {
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('wrote .github/workflows/guide.yml'),
    });
    expect(measured).toMatchObject({ code: 0, stdout: expect.stringContaining('2 pages, 4 examples') });
  });

  /*
   * `uses:` steps are replaced by what is there: a copy of the project stands for checkout, the Node and the Go of this
   * machine for setup-node and setup-go, no cache for the first run of cache, a copied folder for the two of artifacts.
   */
  test('its workflow checks it, then builds it without Go', async () => {
    const { jobs } = readWorkflow();
    projects.checkOut('made', 'checked');
    const checked = await runJob(projects, 'checked', jobs['check']!, runner);
    expect(Object.entries(checked).map(([script, { code }]) => [script, code])).toEqual([
      ['npm ci', 0],
      ['npx escapement check --format github', 0],
      ['npx escapement freeze', 0],
    ]);

    // The packages that `npm ci` would install once more are those in the folder above.
    projects.checkOut('made', 'built');
    projects.hand('captures', 'checked', 'built');
    const PATH = process.env['PATH']!.split(delimiter).filter((folder) => !existsSync(join(folder, 'go')));
    const withoutGo = { ...runner, PATH: PATH.join(delimiter) };
    const built = await runJob(projects, 'built', jobs['build']!, withoutGo, ['npm ci']);
    expect(built['npm run build']).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 pages, 4 examples'),
    });
    const page = projects.read('built/dist/guide/limits/index.html');
    for (const verdict of [/confirmed/i, /refuted/i]) expect(page).toMatch(verdict);
    expect(page).toMatch(/<table[\s\S]*Pointer[\s\S]*Value[\s\S]*<\/table>/);
  });

  test('a mistake ends the first job, with an annotation at its line', async () => {
    projects.edit('checked/content/index.md', '// want heap', '// want stack');
    const wrong = await runJob(projects, 'checked', readWorkflow().jobs['check']!, runner, ['npm ci']);
    expect(Object.keys(wrong)).toEqual(['npx escapement check --format github']);
    expect(wrong['npx escapement check --format github']).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('::error file=content/index.md,line=10,col=33'),
    });
  });
});

const commonJs = ['node10', 'node16-cjs'];
const summary = '1 page, 1 example';

function readManifest(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    exports: Record<string, unknown>;
  };
}

/** What every host shows: a confirmed claim behind a line, a refuted sentence, a table and its number. */
function expectPage(html: string): void {
  expect(html).toMatch(/class="esc-mark"[^>]* data-tone="heap"/);
  expect(html).toMatch(/refuted/i);
  expect(html).toMatch(/<table[\s\S]*Pointer[\s\S]*Value[\s\S]*<\/table>/);
  expect(html).toMatch(/The pointer costs .*1/);
  expect(html).not.toContain('// want');
}
