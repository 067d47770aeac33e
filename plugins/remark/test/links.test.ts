import type { Toolchain, Unit } from '@escapement/facts';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { linksOf } from '../src/attach/links.ts';

const program = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("größer", \'→\')\n}\n';

function unit(source: string, more: Partial<Unit> = {}): Unit {
  const files = [{ name: 'main.go', source }];
  return { id: 'u', package: { kind: 'files', files }, fails: false, test: false, bench: false, ...more };
}

const go = (version: string, goarch = 'amd64') => ({ version, goos: 'linux', goarch }) satisfies Toolchain;

/** As Compiler Explorer reads its addresses: base64 of compressed JSON. */
function decoded(address: string | undefined) {
  const state = /^https:\/\/godbolt\.org\/clientstate\/([\w-]+)$/.exec(address ?? '')![1]!;
  return JSON.parse(inflateSync(Buffer.from(state, 'base64')).toString()) as { sessions: object[] };
}

test('the link to Compiler Explorer holds the program, the compiler and its flags', () => {
  const { explorer } = linksOf(unit(program, { gcflags: ['-l'] }), go('go1.26.8'), program);
  expect(decoded(explorer)).toEqual({
    sessions: [{ id: 1, language: 'go', source: program, compilers: [{ id: 'gl1260', options: '-m=2 -l' }] }],
  });
});

test.each([
  ['go1.22.12', 'amd64', 'gl12212'],
  ['go1.24.11', 'amd64', 'gl12413'],
  ['go1.25.4', 'amd64', 'gl1257'],
  ['go1.26.8', 'amd64', 'gl1260'],
  ['go1.26.8', '386', '386_gl126'],
  ['go1.26.8', 'arm64', 'arm64_gl126'],
  ['go1.24.11', 'wasm', 'wasm_gl124'],
])('%s for %s is its %s', (version, goarch, id) => {
  const { explorer } = linksOf(unit(program), go(version, goarch), program);
  expect(decoded(explorer)).toMatchObject({ sessions: [{ compilers: [{ id }] }] });
});

test.each([
  ['go1.99.0', 'amd64'],
  ['go1.26.8', 'loong64'],
])('%s for %s it does not have', (version, goarch) => {
  expect(linksOf(unit(program), go(version, goarch), program).explorer).toBeUndefined();
});

test('the Playground is for programs that run by themselves', () => {
  const library = program.replace('package main', 'package log');
  const other = program.replace('"fmt"', '"example.org/fmt"');
  expect(linksOf(unit(program), go('go1.26.8'), program).playground).toBe('https://go.dev/play/');
  expect(linksOf(unit(library), go('go1.26.8'), library).playground).toBeUndefined();
  expect(linksOf(unit(other), go('go1.26.8'), other)).toEqual({});
  expect(linksOf(unit(program, { fails: true }), go('go1.26.8'), program)).toEqual({});
});
