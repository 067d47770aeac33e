import type { CompileFacts, UnitFacts } from '@escapement/facts';
import { expect, test } from 'vitest';
import { findExamples } from '../src/page/find.ts';
import { parsePage } from '../src/page/parse.ts';
import { verifyExample } from '../src/verify/example.ts';

const text = 'Says:\n\n- ```go go=1.24\n  rate := 60\n  println(rate)\n  ```\n';

const compile: CompileFacts = {
  toolchain: { version: 'go1.26.8', goos: 'linux', goarch: 'amd64' },
  command: 'go build',
  diagnostics: [],
  errors: [],
  foreign: 0,
};

const nothing = () => Promise.resolve(undefined);

/** Places and words of what is wrong where the compiler says so of these lines of the compiled file. */
async function problemsOf(of: 'build' | 'variant', ...errors: CompileFacts['errors']) {
  const { tree } = await parsePage('content/p.md', text);
  const { examples } = await findExamples(tree, 'content/p.md', text, nothing, 1_000);
  const failed = { ...compile, errors };
  const facts: UnitFacts =
    of === 'build'
      ? { compile: failed }
      : { compile, variants: [{ variant: { go: '1.24' }, compile: failed }] };
  return verifyExample(examples[0]!, facts, [], { examples, facts: new Map() }).map(
    ({ start, rule, reason }) => `${start.line}:${start.column} ${rule}: ${reason}`,
  );
}

const at = (line: number, column: number, file = 'main.go') => ({
  pos: { file, line, column },
  message: 'no',
});

test.each([
  ['build', ''],
  ['variant', ' (with Go 1.24)'],
] as const)('errors of the compiler of the %s stand where the author can mend them', async (of, by) => {
  // Lines of main.go: the package clause, `func main() {`, two of the author's, and the closing brace.
  expect(
    await problemsOf(of, at(3, 1), at(5, 2), at(1, 1), at(7, 1, 'other.go'), { message: 'whole' }),
  ).toEqual([
    `4:3 example-compile: no${by}`,
    `5:16 example-compile: no${by}`,
    `3:3 example-compile: no${by}`,
    `3:3 example-compile: other.go:7: no${by}`,
    `3:3 example-compile: whole${by}`,
  ]);
  expect(await problemsOf(of, { message: 'took too long', limit: 'time' })).toEqual([
    `3:3 example-timeout: Unexpected size of the work: took too long${by}`,
  ]);
});
