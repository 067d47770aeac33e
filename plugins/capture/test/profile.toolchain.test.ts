import { expect, test } from 'vitest';
import { directory, fence, main, project } from './project.ts';

const SOURCE = `package lib

import (
	"strings"
	"testing"
)

var kept *[64]byte

var text string

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
	}
}
`;

test('bytes and objects by line, of the inlined line and of the one that calls the library', async () => {
  const { open } = await project();
  const capture = await open();
  const unit = fence('a', SOURCE, { bench: true, profile: true }, 'a_test.go');
  const facts = await capture.capture([unit, { ...unit, id: 'without', profile: false }]);
  expect(facts.get('a')!.compile.errors).toEqual([]);
  const lines = [
    { file: 'a_test.go', line: 13, bytes: 64, objects: 1 },
    { file: 'a_test.go', line: 22, bytes: 112, objects: 1 },
  ];
  expect(facts.get('a')!.profile).toEqual({ iterations: 1000, lines });
  expect(facts.get('without')!.profile).toBeUndefined();
  expect((await (await open()).capture([unit])).get('a')).toEqual(facts.get('a'));
});

test('of a directory, with an outer test, without a sandbox too; none where a benchmark fails', async () => {
  const { open } = await project({
    'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n',
    'examples/a/a.go': 'package a\n\nfunc New() *[4]*int {\n\treturn new([4]*int)\n}\n',
    'examples/a/a_test.go':
      'package a_test\n\nimport (\n\t"testing"\n\n\t"example.com/shop/a"\n)\n\nvar kept *[4]*int\n\nfunc BenchmarkNew(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tkept = a.New()\n\t}\n}\n',
  });
  const unit = directory('dir', 'examples/a', { bench: true, profile: true });
  const lines = [{ file: 'a.go', line: 4, bytes: 32, objects: 1 }];
  for (const sandbox of ['auto', 'off']) {
    const capture = await open({ sandbox, store: `store-${sandbox}` });
    expect((await capture.capture([unit])).get('dir')!.profile).toEqual({ iterations: 1000, lines });
  }
  const failing = fence(
    'f',
    SOURCE.replace('kept = fill()', 'b.Fatal("no")'),
    { bench: true, profile: true },
    'a_test.go',
  );
  expect((await (await open()).capture([failing])).get('f')).toMatchObject({
    bench: { failure: { exit: 1 } },
  });
});

test('what the garbage collector does in a run, which itself is not touched', async () => {
  const { open } = await project();
  const capture = await open();
  const body = '\tfor range 200 {\n\t\tkept = make([]byte, 1<<20)\n\t}\n\truntime.GC()\n\tprintln("done")';
  const run = { args: [], exit: 0 };
  const unit = fence('a', `${main(body, 'runtime')}\nvar kept []byte\n`, { run, gc: true });
  const facts = (await capture.capture([unit])).get('a')!;
  expect(facts.run!.stderr).toBe('done\n');
  expect(facts.gc).toMatchObject({ forced: 1, liveMiB: 1 });
  expect(facts.gc!.cycles).toBeGreaterThan(10);
  expect(facts.gc!.pauseNs).toBeGreaterThan(0);
  expect(facts.gc!.peakMiB).toBeGreaterThanOrEqual(2);
});
