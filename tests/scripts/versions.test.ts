import { expect, test } from 'vitest';
import { goPlatform, isUsableGo } from '../../scripts/setup/go-version.ts';
import { isUsableNode, nodeEnvironment } from '../../scripts/setup/node.mjs';

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.5.0', false],
  ['23.6.1', true],
  ['24.0.0', true],
  ['26.1.0', true],
  ['9.9.9', false],
])('Node %s is usable: %s', (version, usable) => {
  expect(isUsableNode(version)).toBe(usable);
});

test.each([
  ['go1.26.8', true],
  ['go1.24', true],
  ['go1.25rc1', true],
  ['go1.23.12', false],
  ['go1.9', false],
  ['go2.0', true],
  ['devel go1.27-d3f4c21 Mon Jan 5 10:00:00 2026 +0000', true],
  ['', false],
  [undefined, false],
])('Go %s is usable: %s', (version, usable) => {
  expect(isUsableGo(version)).toBe(usable);
});

test('platforms have the names that Go gives them', () => {
  expect(goPlatform('linux', 'x64')).toBe('linux-amd64');
  expect(goPlatform('darwin', 'arm64')).toBe('darwin-arm64');
});

test('the Node that was found comes first on PATH, and follows a proxy only when the user has one', () => {
  const plain = nodeEnvironment('/site', '/opt/node/bin/node', { PATH: '/usr/bin:/bin' });
  expect(plain).toMatchObject({ PATH: '/opt/node/bin:/usr/bin:/bin' });
  expect(plain).not.toHaveProperty('NODE_USE_ENV_PROXY');
  expect(nodeEnvironment('/site', '/node', { https_proxy: 'http://proxy:3128' })).toHaveProperty(
    'NODE_USE_ENV_PROXY',
    '1',
  );
});
