import { expect, test } from 'vitest';
import { readMeta } from '../src/page/meta.ts';

test('known words are read, words of the highlighter passed on', () => {
  const { meta, rest, problems } = readMeta(
    'run exit=2 title="a b.go" {1,3-4} ins={2} "x" /y z/ frame="none"',
  );
  expect(problems).toEqual([]);
  expect(meta).toMatchObject({ run: true, exit: 2, title: 'a b.go', bench: false });
  expect(rest).toBe('title="a b.go" {1,3-4} ins={2} "x" /y z/ frame="none"');
});

test.each([
  ['benhc', 'meta-unknown', 0, 5, 'did you mean `bench`'],
  ['run=yes', 'meta-value', 0, 7, 'expected the word alone'],
  ['id', 'meta-value', 0, 2, 'expected `id=…`'],
  ['run exit=no', 'meta-value', 4, 11, 'Unexpected value `no`'],
  ['run exit=256', 'meta-value', 4, 12, 'Unexpected value `256`'],
  ['id="1st"', 'meta-value', 0, 8, 'expected a letter'],
  ['region=a', 'meta-value', 0, 8, 'without `file`'],
  ['fails run', 'meta-value', 0, 5, 'cannot run'],
])('%s', (text, rule, start, end, reason) => {
  const [problem] = readMeta(text).problems;
  expect(problem).toMatchObject({ rule, start, end });
  expect(problem!.reason).toContain(reason);
});
