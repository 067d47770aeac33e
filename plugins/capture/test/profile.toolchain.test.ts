import { lineAllocations, type ProfileFacts, type UnitFacts } from '@escapement/facts';
import { expect, test } from 'vitest';
import { directory, fence, main, project } from './project.ts';

const SOURCE = `package lib

import (
	"errors"
	"strings"
	"testing"
)

var kept *[64]byte

var text string

var failure error

func fill() *[64]byte {
	return new([64]byte)
}

func BenchmarkKeep(b *testing.B) {
	setup := make([][]byte, 0, 1)
	setup = append(setup, make([]byte, 1<<20))
	_ = setup
	for b.Loop() {
		kept = fill()
		text = strings.Repeat("x", 100)
		failure = errors.New(text)
	}
}

func BenchmarkSizes(b *testing.B) {
	for _, size := range []int{100, 200} {
		b.Run(strings.Repeat("+", size/100), func(b *testing.B) {
			for range b.N {
				kept = fill()
				text = strings.Repeat("x", size)
			}
		})
	}
}
`;

const nothing = { bytes: 0, objects: 0 };
const run = { args: [], exit: 0 };

test('each benchmark by line, what a line does itself told from what its calls do', async () => {
  const { open, started } = await project();
  const unit = fence('a', SOURCE, { bench: true }, 'a_test.go');
  const facts = (await (await open()).capture([unit])).get('a')!;
  expect(facts.compile.errors).toEqual([]);
  const repeated = (line: number, bytes: number) => {
    const amount = { bytes, objects: 1 };
    return { file: 'a_test.go', line, ...amount, called: amount };
  };
  const filled = { file: 'a_test.go', line: 16, bytes: 64, objects: 1, called: nothing };
  expect(linesOf(facts)).toEqual({
    BenchmarkKeep: [filled, repeated(25, 112), repeated(26, 16)],
    'BenchmarkSizes/+': [filled, repeated(35, 112)],
    'BenchmarkSizes/++': [filled, repeated(35, 208)],
  });
  const [keep] = facts.profile!.runs;
  expect(keep!.stacks).toContainEqual({
    func: 'BenchmarkKeep',
    frames: [
      { file: 'a_test.go', line: 16 },
      { file: 'a_test.go', line: 24 },
    ],
    direct: true,
    bytes: 64,
    objects: 1,
  });
  // What is inlined from another package is the function's own code.
  expect(keep!.stacks).toContainEqual({
    func: 'BenchmarkKeep',
    frames: [{ line: expect.any(Number) }, { file: 'a_test.go', line: 26 }],
    direct: true,
    bytes: 16,
    objects: 1,
  });
  const before = await started();
  expect((await (await open()).capture([unit])).get('a')).toEqual(facts);
  expect(await started()).toEqual(before);
});

test('of a directory, with an outer test, without a sandbox too; none where a benchmark fails', async () => {
  const { open } = await project({
    'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
    'examples/a/a.go': 'package a\n\nfunc New() *[4]*int {\n\treturn new([4]*int)\n}\n',
    'examples/a/a_test.go':
      'package a_test\n\nimport (\n\t"testing"\n\n\t"example.com/shop/a"\n)\n\nvar kept *[4]*int\n\nfunc BenchmarkNew(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tkept = a.New()\n\t}\n}\n',
  });
  const unit = directory('dir', 'examples/a', { bench: true });
  for (const sandbox of ['auto', 'off']) {
    const capture = await open({ sandbox, store: `store-${sandbox}` });
    expect(linesOf((await capture.capture([unit])).get('dir')!)).toEqual({
      BenchmarkNew: [{ file: 'a.go', line: 4, bytes: 32, objects: 1, called: nothing }],
    });
  }
  const failing = fence('f', SOURCE.replace('kept = fill()', 'b.Fatal("no")'), { bench: true }, 'a_test.go');
  const facts = (await (await open()).capture([failing])).get('f')!;
  expect(facts).toMatchObject({ bench: { failure: { exit: 1 } } });
  expect(facts.profile).toBeUndefined();
});

const PROGRAM = `package main

import "os"

type entry struct{ path [40]byte }

var table = make([]*entry, len(os.Args)*100)

func init() { table[1] = new(entry) }

func main() {
	for i := range 5 {
		table[i] = &entry{}
	}
	os.Exit(3)
}
`;

test('a program by line, from the setup of its variables to os.Exit, which its run shows nothing of', async () => {
  const { open } = await project();
  const exits = { run: { args: [], exit: 3 }, probe: true };
  for (const sandbox of ['auto', 'off']) {
    const capture = await open({ sandbox, store: `store-${sandbox}` });
    const facts = (await capture.capture([fence('a', PROGRAM, exits)])).get('a')!;
    expect(facts.run).toEqual({ ending: 'exited', exit: 3, stdout: '', stderr: '' });
    expect(facts.unprobed).toBeUndefined();
    expect(linesOf(facts)).toEqual({
      program: [
        { file: 'main.go', line: 7, bytes: 896, objects: 1, called: nothing },
        { file: 'main.go', line: 9, bytes: 48, objects: 1, called: nothing },
        { file: 'main.go', line: 13, bytes: 240, objects: 5, called: nothing },
      ],
    });
  }
});

test('a program of the module, whose folder stays as it is; a panic leaves no report', async () => {
  const { open } = await project({
    'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
    'examples/cmd/a/main.go': main('\tkept = make([]int, 10)\n}\n\nvar kept []int\n\nfunc init() {'),
  });
  const capture = await open();
  const panics = { run: { args: [], exit: 2 }, probe: true };
  const facts = await capture.capture([
    directory('dir', 'examples/cmd/a', { run, probe: true }),
    fence('panic', main('\tpanic("no")'), panics),
    fence('fails', main('\tpanic("no")'), { run, probe: true }),
    fence('library', 'package lib\n', { run, probe: true }),
  ]);
  expect(linesOf(facts.get('dir')!)).toEqual({
    program: [{ file: 'main.go', line: 5, bytes: 80, objects: 1, called: nothing }],
  });
  expect(facts.get('panic')!.unprobed).toMatchObject({ ending: 'exited', exit: 2 });
  expect(facts.get('panic')!.profile).toBeUndefined();
  expect(facts.get('fails')!.run!.exit).toBe(2);
  expect(facts.get('library')!.compile.errors).toEqual([
    { message: 'The package is not a program: it is not `package main`.' },
  ]);
});

test('a deadlock is seen by Go in the run without the probe, and there is no run with it', async () => {
  const { open } = await project();
  const deadlock = main('\t<-make(chan int)');
  const exit = main('\tdefer os.Exit(2)\n\tprintln("fatal error: no deadlock!")', 'os');
  const expected = { run: { args: [], exit: 2 }, probe: true };
  const facts = await (
    await open()
  ).capture([
    fence('unexpected', deadlock, { run, probe: true }),
    fence('expected', deadlock, expected),
    fence('reports', exit, expected),
  ]);
  const said = 'fatal error: all goroutines are asleep - deadlock!';
  expect(facts.get('unexpected')!.run).toMatchObject({ exit: 2, stderr: expect.stringContaining(said) });
  expect(facts.get('unexpected')!.unprobed).toBeUndefined();
  expect(facts.get('expected')!.unprobed).toEqual(facts.get('expected')!.run);
  expect(facts.get('reports')!.stack!.peakBytes).toBeGreaterThan(0);
});

test('the stacks of a program, at their largest: a deep call, and a goroutine that has ended', async () => {
  const { open } = await project();
  const deep = `
func depth(n int) int {
	var frame [1024]byte
	frame[n%1024] = 1
	if n == 0 {
		return 0
	}
	return depth(n-1) + int(frame[n%1024])
}
`;
  const program = (body: string) => fence(body, main(body) + deep, { run, probe: true });
  const here = '\tprintln(depth(20_000))';
  const elsewhere =
    '\tdone := make(chan int)\n\tgo func() {\n\t\tfor range 20 {\n\t\t\tdepth(20_000)\n\t\t}\n\t\tdone <- 1\n\t}()\n\t<-done';
  const facts = await (await open()).capture([program('\tprintln()'), program(here), program(elsewhere)]);
  const peak = (body: string) => facts.get(body)!.stack!.peakBytes;
  expect(peak('\tprintln()')).toBeLessThan(1 << 20);
  for (const body of [here, elsewhere]) {
    // 20 MiB of frames need a stack of 32 MiB; while it was copied there, that of 16 MiB was in use too.
    expect(peak(body)).toBeGreaterThanOrEqual(32 << 20);
    expect(peak(body)).toBeLessThan(52 << 20);
    expect(facts.get(body)!.stack!.startBytes).toBeLessThan(1 << 20);
  }
});

test('what the garbage collector does in a run, which itself is not touched', async () => {
  const { open } = await project();
  const capture = await open();
  const body = '\tfor range 200 {\n\t\tkept = make([]byte, 1<<20)\n\t}\n\truntime.GC()\n\tprintln("done")';
  const unit = fence('a', `${main(body, 'runtime')}\nvar kept []byte\n`, { run, gc: true });
  const facts = (await capture.capture([unit])).get('a')!;
  expect(facts.run!.stderr).toBe('done\n');
  expect(facts.gc).toMatchObject({ forced: 1, liveMiB: 1 });
  expect(facts.gc!.cycles).toBeGreaterThan(10);
  expect(facts.gc!.pauseNs).toBeGreaterThan(0);
  expect(facts.gc!.peakMiB).toBeGreaterThanOrEqual(2);
});

function linesOf({ profile }: UnitFacts) {
  const runs: ProfileFacts['runs'] = profile!.runs;
  return Object.fromEntries(runs.map((told) => [told.benchmark ?? 'program', lineAllocations(told)]));
}
