import { nearTests, type Problem, type RunFacts } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { atWord } from './place.ts';

/** Whether a test binary found nothing to run; it then passes (testing.go, `runTests`). */
export function ranNone({ ending, exit, stderr }: RunFacts): boolean {
  return ending === 'exited' && exit === 0 && /^testing: warning: no tests to run$/m.test(stderr);
}

/** An example that asks for tests or benchmarks, in a package that has none, with what was probably meant. */
export function noTests(example: Example, asked: 'test' | 'bench'): Problem {
  const { what, word, parameter } = KINDS[asked];
  const declaration = `func ${word}Name(${parameter})`;
  const near = nearTests(example.source, word).map(({ name, right, output }) => {
    if (output) return `\`${name}\` is not run: it has no comment \`// Output:\` at its end.`;
    return right === name
      ? `\`${name}\` stands in \`${example.file}\`: it is only run from a file that ends in \`_test.go\`.`
      : `\`${name}\` is not run: it must be called \`${right}\`.`;
  });
  return {
    rule: `example-${asked}`,
    ...atWord(example, asked),
    reason: `Unexpected \`${asked}\`: there is no ${what} to run`,
    expected: [declaration],
    note: [...near, `Write a function \`${declaration}\` in ${placeOf(example)}.`].join('\n'),
  };
}

const KINDS = {
  test: { what: 'test', word: 'Test', parameter: 't *testing.T' },
  bench: { what: 'benchmark', word: 'Benchmark', parameter: 'b *testing.B' },
} as const;

function placeOf({ quotes }: Example): string {
  return quotes ? `a \`_test.go\` file of \`${quotes.replace(/\/[^/]*$/, '')}\`` : 'the fence';
}
