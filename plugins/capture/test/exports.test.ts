import { expect, test } from 'vitest';
import * as capture from '../src/index.ts';

test('exports', () => {
  expect(Object.keys(capture).toSorted()).toEqual([
    'captureDirect',
    'captureOptions',
    'formatGo',
    'isPageFlag',
    'makeTemporary',
    'openCapture',
    'openStore',
    'printError',
    'spawnGroup',
    'storeOf',
    'sweepLeftovers',
  ]);
});

test('every option has a default and a description', () => {
  const walk = (name: string, shape: object): void => {
    for (const [key, field] of Object.entries(shape)) {
      expect(field.description, `${name}${key}`).toBeTruthy();
      expect(field.safeParse(undefined).success, `${name}${key}`).toBe(true);
      const inner = field.def.innerType?.shape;
      if (inner) walk(`${key}.`, inner);
    }
  };
  walk('', capture.captureOptions.shape);
});

test('options: an unknown one and one that does not fit are told', () => {
  const { error } = capture.captureOptions.safeParse({ stoer: 'x', bench: { time: 'soon' } });
  expect(error?.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'invalid_format bench.time',
    'unrecognized_keys ',
  ]);
});
