import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDiagnostics, printDiagnostics } from '@escapement/facts';

const folder = new URL('./fixtures/diagnostics/', import.meta.url);
const versions = readdirSync(folder).filter((name) => /^go1\.\d+\.txt$/.test(name));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('there is a fixture of every Go version that is supported', () => {
  expect(versions.toSorted()).toEqual(['go1.22.txt', 'go1.24.txt', 'go1.25.txt', 'go1.26.txt']);
});

test.each(versions)('%s: printing what was read gives the compiler’s own text', (name) => {
  const text = textOf(name);
  expect(`${printDiagnostics(parseDiagnostics(text))}\n`).toBe(text);
});

test.each(versions)('%s: no message is unknown', (name) => {
  const unknown = parseDiagnostics(textOf(name)).filter(({ kind }) => kind === 'unknown');
  expect(unknown).toEqual([]);
});

test('a flow chain is data', () => {
  const moved = parseDiagnostics(textOf('go1.26.txt')).find(({ flows, pos }) => flows && pos?.line === 19);
  expect(moved).toEqual({
    kind: 'explains-escape',
    subject: 'p',
    func: 'returned',
    pos: { file: 'shapes.go', line: 19, column: 2 },
    message: 'p escapes to heap in returned:',
    flows: [
      {
        dst: '~r0',
        arrow: '←',
        src: '&p',
        from: [
          { expr: '&p', why: 'address-of', pos: { file: 'shapes.go', line: 20, column: 9 } },
          { expr: 'return &p', why: 'return', pos: { file: 'shapes.go', line: 20, column: 2 } },
        ],
      },
    ],
  });
});

test('a line that no rule knows is kept as unknown, with its place', () => {
  expect(parseDiagnostics('x.go:3:4: the moon is full')).toEqual([
    { kind: 'unknown', pos: { file: 'x.go', line: 3, column: 4 }, message: 'the moon is full' },
  ]);
});

test('a column beyond byte 254 is absent, and a line without a place is kept whole', () => {
  expect(parseDiagnostics('x.go:7: moved to heap: p\nmoved to heap: q')).toEqual([
    { kind: 'moved', subject: 'p', pos: { file: 'x.go', line: 7 }, message: 'moved to heap: p' },
    { kind: 'moved', subject: 'q', message: 'moved to heap: q' },
  ]);
});

test.each([
  [
    'leaking param: p to result ~r0 level=1',
    { kind: 'leaks', leak: { to: 'result', result: '~r0', level: 1 } },
  ],
  ['leaking param content: p', { kind: 'leaks', subject: 'p', leak: { to: 'content' } }],
  [
    'can inline (*T).Get with cost 4 as: method(*T) func() int { return t.n }',
    { subject: '(*T).Get', cost: 4 },
  ],
  [
    'cannot inline F: function too complex: cost 81 exceeds budget 80',
    { kind: 'cannot-inline', subject: 'F' },
  ],
  ['parameter p leaks to {heap} with derefs=0:', { kind: 'explains-leak', subject: 'p' }],
  ['parameter p leaks to {storage for x} for F with derefs=0:', { kind: 'explains-leak', func: 'F' }],
  ['zero-copy string->[]byte conversion', { kind: 'zero-copy' }],
  ['partially devirtualizing s.Sum to T', { kind: 'devirtualizes' }],
  ['p ignoring self-assignment in p.next = p.next', { kind: 'self-assignment' }],
])('%s', (message, meaning) => {
  expect(parseDiagnostics(`x.go:1:1: ${message}`)[0]).toMatchObject(meaning);
});
