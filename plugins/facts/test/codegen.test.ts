import { describe, expect, test } from 'vitest';
import {
  findSites,
  parseDiagnostics,
  readCall,
  readSymbol,
  witnessesOf,
  type Codegen,
} from '@escapement/facts';

describe('lines of -S', () => {
  test.each([
    [
      'main.newP STEXT size=66 args=0x8 locals=0x18 funcid=0x0 align=0x0',
      { frame: { func: 'main.newP', bytes: 24, args: 8 } },
    ],
    [
      'ex/p.(*T[go.shape.struct { a int }]).M STEXT dupok nosplit size=4 args=0x10 locals=0x0 funcid=0x0 align=0x0 leaf',
      { frame: { func: 'ex/p.(*T[go.shape.struct { a int }]).M', bytes: 0, args: 16 } },
    ],
    ['go:string."a STEXT b" SRODATA dupok size=9', {}],
    ['main..stmp_0 SRODATA static size=8', {}],
    [' SDWARFVAR size=48', {}],
    ['main.go:3:4: x escapes to heap', undefined],
    ['', undefined],
  ])('symbol: %s', (line, symbol) => expect(readSymbol(line)).toEqual(symbol));

  test.each([
    ['amd64', '\t0x001a 00026 (ex/p/main.go:12)\tCALL\truntime.newobject(SB)', 'runtime.newobject'],
    ['wasm', '\t0x0001 00001 (ex/p/main.go:12)\tCall\truntime.convT64(SB)', 'runtime.convT64'],
    ['no allocator', '\t0x0001 00001 (ex/p/main.go:12)\tCALL\truntime.morestack_noctxt(SB)', undefined],
    ['in place', '\t0x0001 00001 (ex/p/main.go:12)\tCALL\truntime.slicebytetostringtmp(SB)', undefined],
    ['reading a map', '\t0x0001 00001 (ex/p/main.go:12)\tCALL\truntime.mapaccess1_faststr(SB)', undefined],
    ['data', '\trel 27+4 t=R_CALL runtime.newobject+0', undefined],
  ])('call: %s', (_, line, symbol) =>
    expect(readCall(line)).toEqual(symbol && { pos: { file: 'ex/p/main.go', line: 12 }, symbol }),
  );
});

describe('witnesses that disagree', () => {
  const source = 'package p\n\nfunc f() int {\n\tp := &T{}\n\treturn p.x\n}\n';
  const messages = parseDiagnostics('p.go:4:7: &T{} does not escape');
  const code = (allocations: Codegen['allocations']): Codegen => ({
    frames: [{ func: 'f', bytes: 16, args: 0 }],
    allocations,
  });
  const verdict = (codegen: Codegen | undefined): string | undefined =>
    findSites(messages, 'p.go', source, (line) => line, codegen && { codegen })[0]?.verdict;

  test('a call that nothing accounts for leaves the site unproven', () => {
    const call = { pos: { file: 'p.go', line: 4 }, symbol: 'runtime.newobject', func: 'f' };
    expect(verdict(code([call]))).toBe('unproven');
    expect(verdict(code([{ ...call, pos: { file: 'p.go', line: 5 } }]))).toBe('stack');
    expect(verdict(code([{ ...call, func: 'g' }]))).toBe('stack');
  });

  test('without code, or with none of the function, the message decides', () => {
    expect(verdict(undefined)).toBe('stack');
    expect(verdict({ frames: [], allocations: [] })).toBe('stack');
  });

  test('without optimisations a make of unknown size has no buffer in the frame', () => {
    const made = 'package p\n\nfunc f(n int) int {\n\tp := make([]byte, n)\n\treturn len(p)\n}\n';
    const told = parseDiagnostics('p.go:4:11: make([]byte, n) does not escape');
    const call = { pos: { file: 'p.go', line: 4 }, symbol: 'runtime.makeslice', func: 'f' };
    const judged = (flags: string): string | undefined => {
      const toolchain = { version: 'go1.26.8', goos: 'linux', goarch: 'amd64' };
      const command = `go build -gcflags=${flags} p.go`;
      const codegen = code([call]);
      const compile = { toolchain, command, diagnostics: told, errors: [], foreign: 0, codegen };
      return findSites(told, 'p.go', made, (line) => line, witnessesOf({ compile }))[0]?.verdict;
    };
    expect(['-m=2', "'-m=2 -l'", "'-m=2 -N'", "'-m=2 -N -l'", "'-m=2 -l -N'"].map(judged)).toEqual([
      'bounded',
      'bounded',
      'heap',
      'heap',
      'heap',
    ]);
  });

  test('an escape without a chain has no known reason', () => {
    const [site] = findSites(
      parseDiagnostics('p.go:4:7: &T{} escapes to heap'),
      'p.go',
      source,
      (line) => line,
    );
    expect(site).toMatchObject({ verdict: 'heap', reason: 'unknown' });
  });
});
