import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DevServer } from '../../scripts/dev/server.ts';
import { usageOf } from '../../scripts/dev/usage.ts';
import { project } from './project.ts';
import { until as untilOf } from './until.ts';

const site = project('dev-saves');
let server: DevServer;

beforeAll(async () => {
  server = await site.dev({ ESCAPEMENT_TEST_TIMINGS: 'auto' });
});
afterAll(() => server?.stop());

const until = (path: string, holds: (html: string) => boolean) => untilOf(server, path, holds);
const shop = '/guide/shop/';
const point = '/guide/point/';

test('saving the options shows what they change, and an option that does not fit until it is mended', async () => {
  await until(shop, (html) => html.includes('64 B/op') && !html.includes('budget-over'));
  const options = site.read('escapement.config.mjs');
  site.edit(
    'escapement.config.mjs',
    'export default {',
    "export default {\n  budgets: ['frame <= 1'],\n  publish: false,",
  );
  const over = await until(shop, (html) => html.includes('budget-over'));
  expect(over).toContain('64 B/op');
  expect(server.log()).toContain('The option `publish` has changed. Start `astro dev` again');
  site.edit('escapement.config.mjs', "['frame <= 1']", '7');
  const wrong = await until(shop, (html) => html.includes('(options)'));
  expect(wrong).toMatch(/Unexpected options of Escapement/);
  expect(server.log()).toContain('budgets:');
  site.write('escapement.config.mjs', options);
  await until(shop, (html) => html.includes('64 B/op') && !html.includes('class="escapement-problem"'));
});

test('saving go.mod shows what it changes, and one that cannot be read until it is mended', async () => {
  const mod = site.read('examples/go.mod');
  site.write('examples/go.mod', 'modul example.test/shop\n');
  const broken = await until(shop, (html) => html.includes('unknown directive: modul'));
  expect(broken).toMatch(/examples\/go\.mod:1:1<\/strong>[^<]*unknown directive: modul/);
  // Pages that use nothing of it stay as they are.
  expect(await server.get('/')).toContain('hello from MDX');
  // Up to Go 1.21 the turns of a loop share one variable.
  site.write('examples/go.mod', mod);
  site.write('examples/turns/turns.go', TURNS);
  site.write('content/guide/turns.md', '---\ntitle: Turns\n---\n\n```go file=examples/turns/turns.go\n```\n');
  await until('/guide/turns/', (html) => html.includes('claim-failed'));
  site.edit('examples/go.mod', 'go 1.24', 'go 1.21');
  await until('/guide/turns/', (html) => html.includes('class="esc-mark') && !html.includes('claim-failed'));
  site.write('examples/go.mod', mod);
  await until('/guide/turns/', (html) => html.includes('claim-failed'));
});

test('a file that is added beside a quoted one counts, and so does its end', async () => {
  site.write('examples/shop/more.go', 'package shop\n\nvar limit int = "many"\n');
  await until(shop, (html) => html.includes('example-compile'));
  site.remove('examples/shop/more.go');
  await until(shop, (html) => html.includes('64 B/op') && !html.includes('example-compile'));
});

test('a problem is shown in place, with its rule, its words and its line', async () => {
  const page = site.read('content/guide/point.md');
  site.write(
    'content/guide/point.md',
    `${page}\n\`\`\`go benhc\nvar a = 1\n\`\`\`\n\n[A slip](/guide/pont/).\n`,
  );
  const html = await until(point, (text) => text.includes('meta-unknown'));
  expect(html).toMatch(/point\.md:28:10<\/strong> Unexpected link to `\/guide\/pont\/`[^<]*\(link-broken\)/);
  expect(html).toMatch(
    /<div class="escapement-problem" role="alert">\s*<p><strong>content\/guide\/point\.md:24:7<\/strong> Unexpected word `benhc`[^<]*\(meta-unknown\)<\/p>\s*<pre[^>]*>24 \| ```go benhc\n {3}\| {7}\^{5}<\/pre>/,
  );
  site.write('content/guide/point.md', page);
  await until(point, (text) => !text.includes('meta-unknown'));
});

test('frontmatter that cannot be read takes no server down', async () => {
  const page = site.read('content/guide/point.md');
  site.edit('content/guide/point.md', 'title: Points', 'title: [Points');
  await until(point, () => server.log().includes('point.md'));
  site.write('content/guide/point.md', page.replace('A pointer that is', 'A pointer, which is'));
  await until(point, (html) => html.includes('A pointer, which is') && html.includes('class="esc-mark'));
});

test('twenty saves leave no process, no open file and no temporary folder behind', async () => {
  const page = site.read('content/guide/point.md');
  const save = async (turn: number) => {
    const broken = turn % 3 === 0;
    const field = broken ? `missing${turn}` : `X, Y int // turn ${turn}`;
    site.write('content/guide/point.md', page.replace('X, Y int', field));
    await until(point, (html) => html.includes(broken ? `undefined: missing${turn}` : `turn ${turn}`));
  };
  for (let turn = 1; turn <= 5; turn++) await save(turn);
  const before = usageOf(server.pid);
  for (let turn = 6; turn <= 25; turn++) await save(turn);
  const left = () => {
    const { processes, descriptors, folders } = usageOf(server.pid);
    const more = [processes - before.processes, descriptors - before.descriptors - 2, folders];
    return more.filter((count) => count > 0);
  };
  // The last save's own may still be on their way out.
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
});

const TURNS = `// Package turns keeps a function of each turn.
package turns

// Turns returns one function for each number.
func Turns() (all []func() int) {
	for i := 0; i < 3; i++ { // want "moved to heap: i"
		all = append(all, func() int { return i })
	}
	return all
}
`;
