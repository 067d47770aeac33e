import { globSync } from 'node:fs';
import { claimsSchema } from '@escapement/remark';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DevServer } from '../../scripts/dev/server.ts';
import { project } from './project.ts';
import { until as untilOf } from './until.ts';

const site = project('dev');
let server: DevServer;

beforeAll(async () => {
  server = await site.dev({ ESCAPEMENT_TEST_TIMINGS: 'auto' });
});
afterAll(() => server?.stop());

const get = (path: string) => server.get(path);
const until = (path: string, holds: (html: string) => boolean) => untilOf(server, path, holds);

test('a page is served with its marks', async () => {
  expect(await get('/guide/point/')).toContain(' is moved to the heap');
});

test('a broken example is shown in place, told in the terminal, and mended', async () => {
  site.edit('content/guide/point.md', 'p := Point{x, x} // want heap', 'p := Point{x, x} // want stack');
  const broken = await until('/guide/point/', (html) => html.includes('claim-failed'));
  expect(broken).toContain('esc-problem');
  expect(server.log()).toContain('content/guide/point.md:12:27: Unexpected decision of the compiler');
  const { claims } = claimsSchema.parse(JSON.parse(await get('/claims.json')));
  expect(claims.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['/guide/point/#point:4', 'refuted'],
    ['/guide/point/#point:9', 'confirmed'],
    ['/guide/shop/#shop:5', 'confirmed'],
  ]);
  site.edit('content/guide/point.md', '// want stack\n\treturn &p', '// want heap\n\treturn &p');
  await until('/guide/point/', (html) => html.includes('esc-mark') && !html.includes('claim-failed'));
});

test('a refuted claim is shown in place, with its sentence and what was found', async () => {
  const page = site.read('content/guide/point.md');
  const claim = ':::claim{#C1 of=point expect="p in New is stack"}\nIt stays in the frame.\n:::\n';
  site.write('content/guide/point.md', `${page}\n${claim}`);
  const refuted = await until('/guide/point/', (html) => html.includes('claim-verdict'));
  expect(refuted).toMatch(/Unexpected verdict .*refuted.* of claim C1, expected .*confirmed/);
  expect(refuted).toContain('It stays in the frame.');
  expect(refuted).toContain('no, p: heap');
  expect(refuted).toContain('esc-mark');
  // Where the example itself is broken, nothing is known of the claim.
  site.edit('content/guide/point.md', 'p := Point{x, x}', 'p := Pont{x, x}');
  const broken = await until('/guide/point/', (html) => html.includes('undefined: Pont'));
  expect(broken).toContain('It stays in the frame.');
  expect(broken).not.toContain('confirmed');
  site.write('content/guide/point.md', page);
  await until('/guide/point/', (html) => html.includes('esc-mark') && !html.includes('example-compile'));
});

test('a syntax error does not take the server down', async () => {
  site.edit('content/index.mdx', 'fmt.Println("hello from MDX")', 'fmt.Println(');
  await until('/', (html) => html.includes('syntax error'));
  site.edit('content/index.mdx', 'fmt.Println(', 'fmt.Println("hello again")');
  await until('/', (html) => html.includes('hello again') && !html.includes('syntax error'));
});

test('saving a quoted Go file shows the new facts', async () => {
  const before = await until('/guide/shop/', (html) => html.includes('64 B/op'));
  // It had never been measured.
  expect(before).toMatch(/Measured \d{4}-\d\d-\d\d with go/);
  const timings = site.read('captures/examples/shop.txt');
  site.edit('examples/shop/shop.go', 'Price [8]int64', 'Price [16]int64');
  const after = await until('/guide/shop/', (html) => html.includes('128 B/op'));
  expect(after).toMatch(
    /The times are older than this code: measured \d{4}-\d\d-\d\d, before its last change, with go/,
  );
  expect(site.read('captures/examples/shop.txt')).toBe(timings);
});

test('the next build measures what was changed', async () => {
  server.stop();
  const { code, output } = await site.build();
  expect(output).toContain('measuring benchmarks');
  expect(code).toBe(0);
  expect(site.read('dist/guide/shop/index.html')).not.toContain('older than this code');
  // What the dev server adds for the toolbar is in no built page.
  const files = globSync('dist/**/*.{html,js}', { cwd: site.root });
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((path) => /escapement:ask|data-escapement-page/.test(site.read(path)))).toEqual([]);
});
