import { expect, test } from 'vitest';
import {
  byteColumnFromUnits,
  packageName,
  scanImports,
  unitsFromByteColumn,
  wrapFragment,
} from '@escapement/facts';

test('byte columns and UTF-16 units are converted both ways', () => {
  const line = '\tgröße, 日本, 😀 := f()';
  for (let units = 0; units <= line.length; units++) {
    if (/[\uDC00-\uDFFF]/.test(line[units] ?? '')) continue;
    expect(unitsFromByteColumn(line, byteColumnFromUnits(line, units))).toBe(units);
  }
  expect(byteColumnFromUnits(line, line.indexOf('f'))).toBe(
    Buffer.byteLength(line.slice(0, line.indexOf('f'))) + 1,
  );
});

test('imports: single, grouped, named, none; strings and comments do not count', () => {
  expect(
    scanImports(
      'package p\nimport "fmt"\nimport (\n\tj "encoding/json"\n\t_ "embed" // "os"\n)\nvar s = "import"',
    ),
  ).toEqual(['fmt', 'encoding/json', 'embed']);
  expect(scanImports('package p\nvar x = `import "fmt"`')).toEqual([]);
  expect(packageName('// package doc\n/* more */ package pool // x')).toBe('pool');
  expect(packageName('x := 1')).toBeUndefined();
});

test.each([
  ['x := 1\nfmt.Println(x)', 'statements', 3],
  ['type T struct{ a int }\n\nfunc f() *T {\n\treturn &T{}\n}', 'declarations', 1],
  ['func BenchmarkX(b *testing.B) {\n\tfor b.Loop() {\n\t}\n}', 'declarations', 2],
  ['var x = func() int {\n\treturn 1\n}()\n\nconst (\n\ta = 1\n)', 'declarations', 1],
  ['func() {}()', 'statements', 2],
  ['package p', 'file', 0],
  ['', 'declarations', 1],
  ['strings := []string{}\n_ = strings', 'statements', 2],
])('%j is completed as %s', (source, kind, offset) => {
  const wrapped = wrapFragment(source, 'example');
  expect(wrapped).toMatchObject({ kind, offset });
  expect(
    (wrapped as { source: string }).source
      .split('\n')
      .slice(offset, offset + source.split('\n').length)
      .join('\n'),
  ).toBe(source);
});

test('an import of the author is not added again, and main is found', () => {
  expect(wrapFragment('import "os"\n\nfunc main() { fmt.Println(os.Args) }', 'example')).toMatchObject({
    source: 'package main\nimport "fmt"\nimport "os"\n\nfunc main() { fmt.Println(os.Args) }\n',
  });
});

test('statements beside functions are refused with the line of the statement', () => {
  expect(wrapFragment('func f() {}\n\nf()', 'example')).toEqual({ mixedAt: 3 });
});
