import { expect, test } from 'vitest';
import { read } from './source.ts';

test('the page about CI shows the workflow that new sites get', () => {
  const workflow = read('plugins/cli/template/.github/workflows/guide.yml');
  expect(read('content/how-to/ci.md')).toContain(
    `\`\`\`yaml title=".github/workflows/guide.yml"\n${workflow}\`\`\`\n`,
  );
});
