import { expect, test } from 'vitest';
import { needsRun, parseExpect, type Condition } from '@escapement/facts';

test.each([
  ['limit is heap', [{ kind: 'state', subject: 'limit', not: false, word: 'heap' }]],
  ['&Session{…} is not heap', [{ kind: 'state', subject: '&Session{…}', not: true, word: 'heap' }]],
  ['`a and b` is stack', [{ kind: 'state', subject: 'a and b', not: false, word: 'stack' }]],
  [
    'make([]byte, n) is bounded',
    [{ kind: 'state', subject: 'make([]byte, n)', not: false, word: 'bounded' }],
  ],
  [
    'p leaks and line does not grow',
    [
      { word: 'leaks', not: false },
      { word: 'grows', not: true },
    ],
  ],
  ['make([]byte, n) in (*T).Read is heap', [{ subject: 'make([]byte, n)', func: '(*T).Read' }]],
  ['kept: limit is heap', [{ subject: 'limit', example: 'kept' }]],
  [
    'B/op(Join/n=3) <= 64 B',
    [{ kind: 'number', left: { metric: 'B/op', of: 'Join/n=3' }, op: '<=', right: 64 }],
  ],
  ['frame((*T).M) <= 128', [{ left: { metric: 'frame', of: '(*T).M' }, right: 128 }]],
  ['ns/op(A) <= 1.2x ns/op(B)', [{ op: '<=', right: { metric: 'ns/op', of: 'B' }, factor: 1.2 }]],
  ['ns/op(A) <= 1.2x B/n=3', [{ op: '<=', right: { metric: 'ns/op', of: 'B/n=3' }, factor: 1.2 }]],
  ['gc cycles(a) > gc cycles(b)', [{ left: { metric: 'gc cycles', of: 'a' }, right: { of: 'b' } }]],
  ['says "moved, and to"', [{ kind: 'says', pattern: 'moved, and to', not: false }]],
  [
    "does not print 'x', does not compile",
    [
      { kind: 'prints', not: true },
      { kind: 'compiles', not: true },
    ],
  ],
])('%s', (text, conditions) => {
  expect(parseExpect(text)).toMatchObject(conditions);
});

test.each([
  ['', 'Unexpected empty expectation'],
  ['limit', 'Unexpected expectation `limit`'],
  ['limit is heep', 'Unexpected word `heep`'],
  ['ns/op < 5', 'Unexpected number 5 for `ns/op`: times differ from machine to machine'],
  ['allocs/op == B/op', 'Unexpected `B/op` behind `==`'],
  ['allocs/op == none', 'Unexpected `none` behind `==`'],
  ['says moved', 'Unexpected `moved` behind `says`'],
  ['says "("', 'Unexpected regular expression "("'],
])('%s is refused', (text, reason) => {
  expect(parseExpect(text)).toMatchObject({ reason: expect.stringContaining(reason) as string });
});

test.each([
  ['allocs/op == 0', true],
  ['ns/op(A) < ns/op(B)', true],
  ['exit == 0', true],
  ['gc peak < 8', true],
  ['cost == exit', true],
  ['does not print "x"', true],
  ['escape rate <= 0.3', false],
  ['heap sites == 1', false],
  ['frame <= 64', false],
  ['limit is heap', false],
])('whether only a run can tell: %s', (text, needs) => {
  expect((parseExpect(text) as Condition[]).map(needsRun)).toEqual([needs]);
});
