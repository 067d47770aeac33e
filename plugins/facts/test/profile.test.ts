import { lineAllocations, parseGctrace, perIteration, runWords } from '@escapement/facts';
import { expect, test } from 'vitest';

test('gctrace lines are summed up, others passed over', () => {
  const stderr = [
    'hello',
    'gc 1 @0.030s 15%: 0.25+0.046+0.25 ms clock, 0.18+0.009/0.033/0+0.003 ms cpu, 4->5->2 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P',
    'gc 2 @12.5s 0%: 0.5+1.2+0 ms clock, 0.1+0/0.03/0+0.002 ms cpu, 13->13->1 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 16 P (forced)',
    'gc is fun',
  ];
  const facts = { cycles: 2, forced: 1, pauseNs: 1e6, peakMiB: 13, liveMiB: 1 };
  expect(parseGctrace(stderr.join('\n'))).toEqual(facts);
  expect(parseGctrace('')).toEqual({ cycles: 0, forced: 0, pauseNs: 0, peakMiB: 0, liveMiB: 0 });
});

test('what is done once, or hardly ever, falls out; the rest goes to the innermost own line', () => {
  const at = (line: number, objects: number, direct = true) => ({
    func: 'F',
    frames: [...(direct ? [] : [{ line: 7 }]), { file: 'a.go', line }, { file: 'b.go', line: 1 }],
    direct: true,
    bytes: 8 * objects,
    objects,
  });
  const setup = { ...at(3, 500), bytes: 1 << 20 };
  const callee = (objects: number) => ({ ...at(9, objects), direct: false });
  const short = [setup, at(9, 1001), callee(10), at(5, 2002), at(5, 7, false)];
  const long = [setup, at(9, 2001), callee(1010), at(5, 4002), at(11, 5), at(5, 1007, false)];
  const stacks = perIteration(short, long, 1000);
  expect(lineAllocations({ iterations: 1000, stacks })).toEqual([
    { file: 'a.go', line: 5, bytes: 24, objects: 3, called: { bytes: 8, objects: 1 } },
    { file: 'a.go', line: 9, bytes: 16, objects: 2, called: { bytes: 8, objects: 1 } },
  ]);
});

test('what a run saw on a line, in words', () => {
  const none = { bytes: 0, objects: 0 };
  const words = (direct: typeof none, called = none) => runWords({ benchmark: 'BenchmarkX', direct, called });
  expect(words({ bytes: 64, objects: 1 })).toBe('BenchmarkX: 64 B in 1 allocation per op on this line');
  expect(words({ bytes: 8, objects: 0.5 })).toBe(
    'BenchmarkX: 8 B per op, in shared blocks of 16 B, on this line',
  );
  expect(words(none, { bytes: 112, objects: 2 })).toBe(
    'BenchmarkX: no allocation on this line, and 112 B in 2 in what it calls',
  );
  expect(runWords({ direct: { bytes: 4096, objects: 3 }, called: none })).toBe(
    'The program: 4,096 B in 3 allocations on this line',
  );
});
