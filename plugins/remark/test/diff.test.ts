import { diffFacts, diffMarkdown, diffText, readSide, type Change, type FactsDiff } from '@escapement/remark';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * Every folder of diff/fixtures/ is a test: of `before.json` and `after.json`, two facts.json, comes what changed, as
 * data, as text and as Markdown.
 */
const folder = new URL('./diff/fixtures/', import.meta.url);

test.each(readdirSync(folder))('%s', async (name) => {
  const read = async (side: string) => {
    const facts = fileURLToPath(new URL(`${name}/${side}.json`, folder));
    return { ...(await readSide('.', { facts }, {})), name: `${side}.json` };
  };
  const diff = diffFacts(await read('before'), await read('after'));
  await expect(`${JSON.stringify(diff, undefined, 2)}\n`).toMatchFileSnapshot(
    `diff/fixtures/${name}/diff.json`,
  );
  await expect(diffText(diff)).toMatchFileSnapshot(`diff/fixtures/${name}/diff.txt`);
  await expect(diffMarkdown(diff)).toMatchFileSnapshot(`diff/fixtures/${name}/diff.md`);
});

test('Markdown is cut to what a comment on a pull request may be, and says so', () => {
  const changes = Array.from({ length: 3_000 }, (_, at): Change => {
    const place = { page: `content/guide/page-${at}.md`, example: 'x1', subject: 'f' };
    return { ...place, kind: at % 2 ? 'frame' : 'B/op', before: at, after: at + 1 };
  });
  const diff: FactsDiff = {
    before: { name: 'a' },
    after: { name: 'b' },
    examples: 3_000,
    claims: 0,
    changes,
  };
  const text = diffMarkdown(diff);
  expect(text.length).toBeLessThanOrEqual(65_000);
  expect(text.length).toBeGreaterThan(55_000);
  const rows = text.match(/^\| content/gm)!.length;
  expect(text).toMatch(
    new RegExp(`^Cut here: ${3_000 - rows} more of the 3000 changes would not fit.$`, 'm'),
  );
});

test.each([
  ['none.json', 'there is no such file'],
  [fileURLToPath(import.meta.url), 'it is no facts.json that a site publishes'],
])('%s is refused', async (facts, why) => {
  await expect(readSide('.', { facts }, {})).rejects.toThrow(`Unexpected ${facts}: ${why}`);
});
