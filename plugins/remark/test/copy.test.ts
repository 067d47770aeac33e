import { expect, test } from 'vitest';
import { copyOf } from '../src/attach/copy.ts';
import { findExamples } from '../src/page/find.ts';
import { parsePage } from '../src/page/parse.ts';

/** What a reader copies from a block that quotes `greet` of a file. */
async function copied(source: string) {
  const page = 'content/p.md';
  const text = '```go file=a/a.go region=greet\n```\n';
  const { tree } = await parsePage(page, text);
  const { examples } = await findExamples(tree, page, text, () => Promise.resolve(source), 1_000);
  return copyOf(examples[0]!);
}

test('a copied file has no markers, and all of its own blank lines', async () => {
  const source = [
    '// #region all',
    '',
    'package a',
    '',
    '// #region greet',
    '',
    'const text = `two',
    '',
    '',
    'lines`',
    '',
    '// #endregion greet',
    '',
    '// #region more',
    '',
    'var n = 1',
    '// #endregion more',
    '',
    '// #endregion all',
    '',
  ].join('\n');
  expect(await copied(source)).toBe('package a\n\nconst text = `two\n\n\nlines`\n\nvar n = 1\n');
});
