import { expect, test } from 'vitest';
import { findSites, parseDiagnostics, type Codegen } from '@escapement/facts';

/** The sites of a file, from the compiler's own words about it. */
function sitesOf(source: string, said: string, codegen?: Codegen) {
  return findSites(parseDiagnostics(said), 'x.go', source, (line) => line, { ...(codegen && { codegen }) });
}

test('a variable that a deferred call in a loop uses is on the heap for that, not for a closure', () => {
  const source = 'package x\n\nfunc f(n int) {\n\tfor i := range n {\n\t\tx := i\n\t\tdefer g(&x)\n\t}\n}\n';
  const [site] = sitesOf(
    source,
    `x.go:5:3: x escapes to heap in f:
x.go:5:3:   flow: .autotmp_3 ← &x:
x.go:5:3:     from &x (address-of) at x.go:6:12
x.go:5:3:     from .autotmp_3 = &x (assign-pair) at x.go:6:3
x.go:5:3:   flow: {storage for func literal} ← .autotmp_3:
x.go:5:3:     from .autotmp_3 (captured by a closure) at x.go:6:12
x.go:5:3: moved to heap: x
`,
  );
  expect(site).toMatchObject({
    reason: 'deferred-in-loop',
    sentence:
      'The variable `x` is moved to the heap: a call that is deferred in a loop uses it, and waits until the function ends.',
  });
});

test('the result of an inlined call is told as such, not by the name that the compiler gives it', () => {
  const source =
    'package x\n\ntype T struct{ n int }\n\nvar last *T\n\nfunc mk() *T { return &T{1} }\n\nfunc f() {\n\tlast = mk()\n}\n';
  const [site] = sitesOf(
    source,
    `x.go:10:11: &T{...} escapes to heap in f:
x.go:10:11:   flow: ~r0 ← &{storage for &T{...}}:
x.go:10:11:     from &T{...} (spill) at x.go:10:11
x.go:10:11:     from ~r0 = &T{...} (assign-pair) at x.go:10:11
x.go:10:11:   flow: {heap} ← ~r0:
x.go:10:11:     from last = ~r0 (assign) at x.go:10:7
x.go:10:11: &T{...} escapes to heap
`,
  );
  expect(site!.sentence).toBe(
    '`&T{...}` is allocated on the heap: `last` gets the result of the inlined call and keeps it in a variable of the package, which outlives the call.',
  );
  expect(site!.steps.map(({ text }) => text)).toEqual([
    'the value gets memory of its own, and a pointer to it',
    'the inlined call returns it',
    'the result of the inlined call is assigned',
  ]);
});

test('a generic function is one site, whatever the shapes of its instances', () => {
  const source =
    'package x\n\ntype R[T any] struct{ v T }\n\nfunc mk[T any]() *R[T] {\n\treturn &R[T]{}\n}\n';
  const shapes = ['int', '[7]int'];
  const said = shapes.map((shape) => `x.go:6:9: &R[go.shape.${shape}]{} escapes to heap\n`).join('');
  const allocation = (shape: string) => ({
    func: `mk[go.shape.${shape}]`,
    symbol: 'runtime.newobject',
    pos: { file: 'x.go', line: 6 },
  });
  const frames = shapes.map((shape) => ({ func: `mk[go.shape.${shape}]`, bytes: 24, args: 0 }));
  const codegen: Codegen = { frames, allocations: shapes.map(allocation) };
  const sites = sitesOf(source, said, codegen);
  expect(sites).toHaveLength(1);
  expect(sites[0]).toMatchObject({
    subject: '&R{}',
    messages: shapes.map((shape) => `&R[go.shape.${shape}]{} escapes to heap`),
    evidence: { codegen: ['runtime.newobject'] },
  });
});

test('where a line has fewer allocators than values that escape, none is said to be allocated', () => {
  const source = 'package x\n\nfunc f(a, b T) {\n\tg(a, b)\n}\n';
  const codegen: Codegen = {
    frames: [{ func: 'f', bytes: 88, args: 32 }],
    allocations: [{ func: 'f', symbol: 'runtime.convT', pos: { file: 'x.go', line: 4 } }],
  };
  const sites = sitesOf(source, 'x.go:4:4: a escapes to heap\nx.go:4:7: b escapes to heap\n', codegen);
  expect(sites.map(({ sentence }) => sentence)).toEqual(
    ['a', 'b'].map(
      (name) =>
        `\`${name}\` escapes. 2 values escape on this line, but its code calls one allocator, and does not tell for which.`,
    ),
  );
});

test('the whole expression is marked where the compiler spaces it otherwise and points into it', () => {
  const source = 'package x\n\nfunc f(b []byte, k, n int) bool {\n\treturn g(string(b[:k+n]))\n}\n';
  const [site] = sitesOf(source, 'x.go:4:19: string(b[:k + n]) does not escape\n');
  const { start, end } = site!.span;
  expect(source.split('\n')[3]!.slice(start, end)).toBe('string(b[:k+n])');
});

test('a parameter of the package testing is no site, in a function literal neither', () => {
  const source = 'package x\n\nfunc Benchmark(b *testing.B) {\n\tb.Run("n", func(b *testing.B) {})\n}\n';
  expect(sitesOf(source, 'x.go:3:16: leaking param: b\nx.go:4:18: leaking param: b\n')).toEqual([]);
});
