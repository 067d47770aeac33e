import {
  readOptions,
  formatProblems,
  openSession,
  remarkForSession,
  type VerifiedPage,
} from '@escapement/remark';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';

/*
 * Every folder of fixtures/ is a test: `input.md` goes through a plain unified pipeline with the real
 * toolchain; `output.html` and `problems.txt` are what must come out.
 */
const folder = new URL('./fixtures/', import.meta.url);
const root = fileURLToPath(new URL('./project/', import.meta.url));
const options = readOptions({
  store: '../../../../.escapement/test-store',
  captures: '../../../../.escapement/test-captures',
  timings: 'measure',
  run: { timeoutMs: 5_000, maxOutputBytes: 2_000 },
  bench: { count: 6, time: '1000x' },
});

test.each(readdirSync(folder))('%s', async (name) => {
  const input = new URL(`${name}/input.md`, folder);
  let page: VerifiedPage | undefined;
  const session = openSession(root, options);
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(
      remarkForSession(session, (verified) => {
        page = verified;
      }),
    )
    .use(remarkRehype)
    .use(rehypeStringify);
  const text = readFileSync(input, 'utf8');
  const file = await processor.process(new VFile({ path: `${root}content/${name}.md`, value: text }));
  await expect(steady(String(file))).toMatchFileSnapshot(`fixtures/${name}/output.html`);
  const told = [...page!.problems, ...page!.warnings];
  const problems = formatProblems(told, options.docs, (path) => textOf(path, name, text));
  await expect(`${steady(problems)}\n`).toMatchFileSnapshot(`fixtures/${name}/problems.txt`);
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(told.map(({ rule }) => rule));
  expect(file.messages.map(({ fatal }) => fatal === true)).toEqual(
    told.map(({ level }) => level !== 'warning'),
  );
});

function textOf(path: string, name: string, text: string): string | undefined {
  if (path === `content/${name}.md`) return text;
  return existsSync(root + path) ? readFileSync(root + path, 'utf8') : undefined;
}

/** Takes out what differs between machines and runs: times, the day, the processor, the Go version. */
function steady(text: string): string {
  return (
    text
      .replaceAll(/\bgo1\.\d+(\.\d+)?( \w+\/\w+)?/g, 'go1.N')
      .replaceAll(/Measured .*? cores?\./g, 'Measured on a day with a machine.')
      .replaceAll(/median of (\d+), \d{4}-\d\d-\d\d/g, 'median of $1, on a day')
      .replaceAll(
        /is [\d.]+ [nµm]?s against ([\d.]+ × )?[\d.]+ [nµm]?s \(p[=<][\d.]+\)/g,
        'is some time against $1another',
      )
      .replaceAll(/<svg viewBox.*?<\/svg>/g, '<svg></svg>')
      .replaceAll(/(>|, |from |to |\()[\d.–]+ [nµm]?s(?=[<,;.) ])/g, '$1some time')
      .replaceAll(/(~|[−+]?[\d.]+ %|×[\d.,]+) \(p[=<][\d.]+\)/g, 'some change')
      .replaceAll(/>([−+]?[\d.]+ %|×[\d.,]+)</g, '>some change<')
      .replaceAll(/0x[0-9a-f]+/g, '0xN')
      .replaceAll(/(--- FAIL: \w+ \()\d+\.\d\ds\)/g, '$1some time)')
      // What the collector and the runtime need is not twice the same.
      .replaceAll(/(gc cycles is )[1-9]\d*/g, '$1some')
      .replaceAll(/(Cycles: <a [^>]*>)[1-9]\d*</g, '$1some<')
      .replaceAll(/(Pause: <a [^>]*>)[1-9][\d.]* [nµm]s</g, '$1some time<')
      .replaceAll(/>(3[2-9]|[4-7]\d)(\.\d)? MiB</g, '>32 to 79 MiB<')
      // What a module proxy answers is its own affair.
      .replaceAll(/^ *(`go env` failed: )?go: download.*\n|^\s*server response.*\n/gm, '')
  );
}
