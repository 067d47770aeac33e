import { describe, expect, test } from 'vitest';
import { isInstalled, networkReason } from '../../scripts/setup/packages.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/binary-of-another-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    'plugins/facts': { version: '0.1.0' },
  },
};
const { '': _, ...packages } = wanted.packages;

describe('isInstalled', () => {
  test('is true when npm wrote down what the lockfile asks for', () => {
    expect(isInstalled(wanted, { packages })).toBe(true);
  });

  test('is true when an optional package is absent', () => {
    const { 'node_modules/binary-of-another-platform': __, ...found } = packages;
    expect(isInstalled(wanted, { packages: found })).toBe(true);
  });

  test.each([
    ['nothing was installed', undefined],
    ['a package is missing', { ...packages, 'node_modules/a': undefined }],
    ['a version differs', { ...packages, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['the contents differ', { ...packages, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-z' } }],
    ['one is left over', { ...packages, 'node_modules/gone': { version: '2.0.0', integrity: 'sha512-g' } }],
  ])('is false when %s', (_name, found) => {
    const lock = found && (JSON.parse(JSON.stringify({ packages: found })) as { packages: typeof packages });
    expect(isInstalled(wanted, lock)).toBe(false);
  });
});

describe('networkReason', () => {
  test.each([
    ['npm error code ECONNREFUSED\nnpm error syscall connect', 'ECONNREFUSED'],
    ['npm error code ENOTCACHED\nnpm error request to …', 'ENOTCACHED'],
    ['npm error code E403\nnpm error 403 Forbidden', 'E403'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install …', undefined],
    ['npm error code ERESOLVE', undefined],
  ])('%s', (errors, expected) => {
    expect(networkReason(errors)).toBe(expected);
  });
});
