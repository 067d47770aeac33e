import { expect, test } from 'vitest';
import { findRegion } from '../src/page/region.ts';

const source = [
  'package p', // 1
  '// #region a',
  'var a = 1', // 3
  '\t// #region b',
  'var b = 1', // 5
  '\t// #endregion',
  '// #endregion a', // 7
  '// #region open',
].join('\n');

test.each([
  [undefined, { from: 1, to: 8 }],
  ['a', { from: 3, to: 6 }],
  ['b', { from: 5, to: 5 }],
])('region %s', (name, region) => {
  expect(findRegion(source, name)).toEqual(region);
});

test('a missing region names those that exist; an open one is told', () => {
  expect(findRegion(source, 'c')).toMatchObject({ expected: ['a', 'b', 'open'] });
  expect(findRegion(source, 'open')).toMatchObject({ reason: expect.stringContaining('not closed') });
});
