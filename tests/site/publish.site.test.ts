import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { claimsSchema, factsSchema } from '@escapement/remark';
import { beforeAll, expect, test } from 'vitest';
import { project, type Built } from './project.ts';

const site = project('publish');
const json = (path: string) => JSON.parse(site.read(`dist/${path}`)) as Record<string, unknown>;

/** All that is published, by the name of its file. */
const published = () => Object.fromEntries(names.map((name) => [name, site.read(`dist/${name}`)]));
const names = [
  'claims.json',
  'facts.json',
  'guide/point/facts.json',
  'guide/shop/facts.json',
  'index/facts.json',
  'llms-full.txt',
  'llms.txt',
  'schemas/claims-1.json',
  'schemas/facts-1.json',
];

const CLAIM = `:::claim{#P1 of=point expect="p in New is heap"}
A variable is moved to the heap when its address is returned.
:::
`;

/** What a build keeps of the pages that it published. */
const REMEMBERED = '.escapement/published.json';

/** The page of all claims, in a site that is not Starlight's. */
const CLAIMS = `---
import Claims from '@escapement/astro/components/Claims.astro';
---

<html lang="en"><body><Claims /></body></html>
`;

const htmlFiles = () =>
  readdirSync(`${site.root}/dist`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );

/** Not on a CI server, so that the first build measures and the second finds its timings. */
const AT_HOME = { CI: '' };

let first: Built;
beforeAll(async () => {
  site.edit('astro.config.mjs', 'markdown:', "site: 'https://example.org',\n  markdown:");
  site.edit('escapement.config.mjs', "'measure'", "'auto'");
  first = await site.build(AT_HOME);
});

test('the site builds', () => {
  expect(first.output).toContain('3 pages, 3 examples, no problems');
  expect(first.code).toBe(0);
});

test('these files are published', () => {
  const found = readdirSync(`${site.root}/dist`, { recursive: true, encoding: 'utf8' });
  expect(found.filter((name) => /\.(json|txt)$/.test(name)).toSorted()).toEqual(names);
});

test.each([
  ['facts.json', 'schemas/facts-1.json'],
  ['guide/point/facts.json', 'schemas/facts-1.json'],
  ['index/facts.json', 'schemas/facts-1.json'],
  ['claims.json', 'schemas/claims-1.json'],
])('%s fits %s, which it names', (name, schema) => {
  const validate = new Ajv2020({ strict: false }).compile(json(schema));
  validate(json(name));
  expect(validate.errors).toBeNull();
  expect(json(name)['$schema']).toBe(`https://example.org/${schema}`);
  expect(validate({ ...json(name), version: 2 })).toBe(false);
});

test('the facts have each example with its sites, output and counted benchmarks', () => {
  const { pages, counts } = factsSchema.parse(json('facts.json'));
  expect(pages.map(({ address }) => address)).toEqual(['/', '/guide/point/', '/guide/shop/']);
  expect(counts).toMatchObject({ pages: 3, examples: 3, claims: 3, benchmarks: 1, programs: 1 });
  expect(counts.sites).toMatchObject({ heap: 2, stack: 1, static: 1 });
  const [start, point, shop] = pages.map(({ examples }) => examples[0]!);
  expect(start!.run).toEqual({ exit: 0, stdout: 'hello from MDX\n', stderr: '' });
  expect(point).toMatchObject({ id: 'point', path: 'content/guide/point.md', line: 9, status: 'verified' });
  expect(point!.code).not.toContain('want');
  expect(point!.sites[0]).toMatchObject({
    line: 4,
    start: 1,
    end: 2,
    subject: 'p',
    verdict: 'heap',
    reason: 'returned-pointer',
    calls: ['runtime.newobject'],
  });
  expect(shop).toMatchObject({ path: 'examples/shop/shop.go', line: 9 });
  expect(shop!.benchmarks).toMatchObject([{ name: 'BenchmarkNew', bytesPerOp: 64, allocsPerOp: 1 }]);
});

test('the claims have what was claimed, where, and what proves it', () => {
  const { claims } = claimsSchema.parse(json('claims.json'));
  expect(claims.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['/guide/point/#point:4', 'confirmed'],
    ['/guide/point/#point:9', 'confirmed'],
    ['/guide/shop/#shop:5', 'confirmed'],
  ]);
  expect(claims[0]).toMatchObject({
    page: '/guide/point/',
    path: 'content/guide/point.md',
    line: 12,
    about: 'p := Point{x, x}',
    expected: { word: 'heap' },
    goVersions: [expect.stringMatching(/^go1\./)],
    evidence: ['moved to heap: p', 'calls runtime.newobject'],
  });
});

test('the pages are told as plain Markdown, with their results', () => {
  expect(site.read('dist/llms.txt')).toContain(
    '- [Points](https://example.org/guide/point/): A Markdown page with a mark of each kind. (1 example, 2 claims checked)',
  );
  const text = site.read('dist/llms-full.txt');
  expect(text).toContain(
    '# Points\n\nA Markdown page with a mark of each kind.\n\nSource: https://example.org/guide/point/',
  );
  expect(text).toMatch(/- line 4, `p`: heap\. The variable `p` is moved to the heap/);
  expect(text).toContain('hello from MDX\n```');
  expect(text).toMatch(/^\| `p` \| 4 \| .*heap \| returned pointer \| `moved to heap: p`/m);
  expect(text).toContain('It costs 1 alloc/op and 64 B/op.');
  expect(text).toContain(':::note\nAn aside of Starlight.\n:::');
  expect(text).not.toMatch(/export const name|<p class|escapement=|^::\w|\/\/ want|All \d+ samples/m);
});

test('another build publishes the same, byte for byte', async () => {
  const before = published();
  const { mtimeMs } = statSync(join(site.root, REMEMBERED));
  expect((await site.build(AT_HOME)).code).toBe(0);
  expect(published()).toEqual(before);
  expect(statSync(join(site.root, REMEMBERED)).mtimeMs, 'nothing is published anew').toBe(mtimeMs);
});

test('a site with a base has it in all addresses, and one that publishes nothing has no such file', async () => {
  site.edit('astro.config.mjs', 'markdown:', "base: '/docs',\n  markdown:");
  site.write(
    'content/reference/glossary.md',
    '---\ntitle: Glossary\n---\n\n## Heap\n\nMemory that outlives a call.\n',
  );
  site.edit('content/guide/point.md', 'A pointer', 'A :term[heap] pointer');
  site.edit('content/guide/point.md', '::escapes{of=point}', CLAIM);
  site.write('src/pages/claims.astro', CLAIMS);
  expect((await site.build(AT_HOME)).code).toBe(0);
  expect(factsSchema.parse(json('facts.json'))).toMatchObject({
    $schema: 'https://example.org/docs/schemas/facts-1.json',
    pages: [
      { address: '/docs/' },
      { address: '/docs/guide/point/' },
      { address: '/docs/guide/shop/' },
      { address: '/docs/reference/glossary/' },
    ],
  });
  const links = htmlFiles().flatMap((name) =>
    [...site.read(`dist/${name}`).matchAll(/\s(?:href|src|srcset|action)="(\/[^"]*)"/g)].map(
      ([, to]) => [name, to!] as const,
    ),
  );
  expect(links.filter(([, to]) => !/^\/(\/|docs\/)/.test(to))).toEqual([]);
  expect(links).toContainEqual(['guide/point/index.html', '/docs/reference/glossary/#heap']);
  expect(links).toContainEqual(['claims/index.html', '/docs/guide/point/#P1']);
  site.edit('escapement.config.mjs', 'run:', 'publish: false,\n  run:');
  expect((await site.build(AT_HOME)).code).toBe(0);
  const left = readdirSync(`${site.root}/dist`, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => /\.(json|txt)$/.test(name))).toEqual([]);
});
