import { checkPages, openSession, readOptions } from '@escapement/remark';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { publishRemembered } from '../src/publish/remember.ts';

const root = mkdtempSync(join(tmpdir(), 'escapement-remember-'));
const file = join(root, '.escapement/published.json');
const page = (name: string, title: string) =>
  writeFileSync(join(root, `content/${name}.md`), `---\ntitle: ${title}\n---\n\nText of ${title}.\n`);

/** What is published of the pages as they are, by their titles. */
async function publish({ base = '', engine = 'engine' } = {}): Promise<string[]> {
  const session = openSession(root, readOptions({}), base);
  const { verified, report } = await checkPages(session);
  const digests = new Map(report.pages.map(({ path, digest }) => [path, `${engine}-${digest}`]));
  const { pages } = await publishRemembered(session, verified, digests);
  return pages.map(({ facts, markdown }) => `${facts.address} ${markdown.split('\n')[0]}`);
}

/** Changes what is remembered, so that it can be told from what is published anew. */
function mark(): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('# ', '# Remembered '));
}

beforeEach(async () => {
  mkdirSync(join(root, 'content'), { recursive: true });
  rmSync(file, { force: true });
  page('one', 'One');
  page('two', 'Two');
  await publish();
});
afterAll(() => rmSync(root, { recursive: true }));

test('pages that are as they were are remembered', async () => {
  mark();
  expect(await publish()).toEqual(['/one/ # Remembered One', '/two/ # Remembered Two']);
});

test('a page that was changed is published anew, and it alone', async () => {
  mark();
  page('one', 'Eins');
  expect(await publish()).toEqual(['/one/ # Eins', '/two/ # Remembered Two']);
  mark();
  expect(await publish()).toEqual(['/one/ # Remembered Eins', '/two/ # Remembered Remembered Two']);
});

test('all are, where other code publishes them or at other addresses', async () => {
  mark();
  expect(await publish({ engine: 'newer' })).toEqual(['/one/ # One', '/two/ # Two']);
  mark();
  expect(await publish({ base: '/docs', engine: 'newer' })).toEqual(['/docs/one/ # One', '/docs/two/ # Two']);
});

test('a page that is gone is forgotten', async () => {
  rmSync(join(root, 'content/two.md'));
  page('one', 'Eins');
  expect(await publish()).toEqual(['/one/ # Eins']);
  expect(readFileSync(file, 'utf8')).not.toContain('Two');
});

test.each(['', '{"', '[]', 'null', '"text"'])('what can’t be read is as nothing: %j', async (text) => {
  writeFileSync(file, text);
  expect(await publish()).toEqual(['/one/ # One', '/two/ # Two']);
});
