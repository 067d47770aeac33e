import { expect, test } from 'vitest';
import {
  failedClaims,
  failedNumbers,
  parseClaims,
  putClaimsBack,
  parseDiagnostics,
  stripClaims,
  unclaimedHeap,
} from '@escapement/facts';

test('claims in words and regular expressions, on the line and above it', () => {
  const source = [
    'p := &T{} // want heap "escapes to heap"',
    '// want stack',
    'q := 1',
    's := "// want heap"',
  ].join('\n');
  expect(parseClaims(source)).toEqual({
    claims: [
      {
        line: 1,
        at: { line: 1, column: 10, end: 40 },
        expectations: [
          { word: 'heap', span: { start: 18, end: 22 } },
          { pattern: 'escapes to heap', span: { start: 23, end: 40 } },
        ],
      },
      {
        line: 3,
        at: { line: 2, column: 0, end: 13 },
        expectations: [{ word: 'stack', span: { start: 8, end: 13 } }],
      },
    ],
    errors: [],
  });
});

test.each([
  ['x // want heep', 10, 14, 'Unexpected claim word `heep`'],
  ['x // want', 2, 9, 'Unexpected empty claim'],
  ['x // want "a', 10, 12, 'Unexpected end of claim: the string "a is not closed'],
  ['x // want "("', 10, 13, 'Unexpected regular expression "(": Unterminated group'],
])('%s', (source, start, end, reason) => {
  const [error] = parseClaims(source).errors;
  expect({ start: error!.start, end: error!.end }).toEqual({ start, end });
  expect(error!.reason).toContain(reason);
});

test('stripping keeps every other line and the number it had', () => {
  const source = 'a()  // want heap\n\t// want stack\nb() // wanted\n"// want x"';
  expect(stripClaims(source)).toEqual({ code: 'a()\nb() // wanted\n"// want x"', lines: [1, 3, 4] });
});

const facts = {
  file: 'x.go',
  errors: [],
  diagnostics: parseDiagnostics(
    [
      'x.go:1:2: moved to heap: p',
      'x.go:2:2: 42 escapes to heap',
      'x.go:3:2: leaking param: q',
      'x.go:4:2: inlining call to f',
      'x.go:5:2: append escapes to heap',
      'y.go:6:2: moved to heap: p',
    ].join('\n'),
  ),
};

const failures = (claim: string): number => failedClaims(parseClaims(claim).claims, facts).length;

test.each([
  ['a // want heap', 0],
  ['a // want stack', 1],
  ['a // want "moved to heap: p$"', 0],
  ['a // want "moved to heap: q"', 1],
  ['\na // want heap', 1],
  ['\na // want stack', 0],
  ['\n\na // want leaks', 0],
  ['\n\na // want inlined', 1],
  ['\n\n\na // want inlined', 0],
  ['\n\n\n\na // want heap', 0],
  ['\n\n\n\n\na // want heap', 1],
])('%j fails %i times', (source, count) => {
  expect(failures(source)).toBe(count);
});

test('strict: heap lines without a claim, but not what is never allocated', () => {
  const { claims } = parseClaims('a // want heap');
  expect(unclaimedHeap(claims, facts)).toEqual([{ line: 5, said: ['append escapes to heap'] }]);
});

test('numbers that the compiler tells are judged where nothing ran', () => {
  const source = 'p := &T{} // want escape rate == 0, allocs/op == 0';
  const compile = {
    ...facts,
    toolchain: { version: 'go1.24.11', goos: 'linux', goarch: 'amd64' },
    command: 'go build',
    foreign: 0,
    diagnostics: parseDiagnostics('x.go:1:6: &T{} escapes to heap'),
  };
  const nothing = () => ({ expected: [] });
  const witness = { file: 'x.go', source, facts: { compile }, benchmark: nothing, example: nothing };
  expect(failedNumbers(parseClaims(source).claims, witness, false)).toMatchObject([
    { outcome: { holds: false, found: ['escape rate is ', { value: 1 }] } },
  ]);
});

test.each(['ns/op <= 1.2x ns/op(Other)', 'ns/op <= 1.2x Other', 'ns/op < ns/op(Other)'])(
  'a time against another: %s',
  (text) => {
    const { claims, errors } = parseClaims(`func BenchmarkA() {} // want ${text} stack`);
    expect(errors).toEqual([]);
    expect(claims[0]!.expectations).toMatchObject([{ condition: { text } }, { word: 'stack' }]);
  },
);

test.each([
  ['a := 1 // want heap\nb:=2', 'a := 1\nb := 2', 'a := 1 // want heap\nb := 2'],
  ['if a {f()} //  want  stack', 'if a {\n\tf()\n}', 'if a {\n\tf()\n} //  want  stack'],
  ['func f() {\n// want heap\n  x()\n}', 'func f() {\n\tx()\n}', 'func f() {\n\t// want heap\n\tx()\n}'],
  ['a(); b() // want heap', 'a()\nb()', 'a()\nb() // want heap'],
  ['a() // want heap', 'b()', undefined],
  ['a()\n// want heap', 'a()', undefined],
])('claims are put back: %j', (source, formatted, whole) => {
  expect(putClaimsBack(source, formatted)).toBe(whole);
});
