import { attributeProfile, parseGctrace } from '@escapement/facts';
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

test('samples go to the innermost own frame; what is done once, or hardly ever, falls out', () => {
  const at = (line: number, objects: number) => ({
    frames: [{ line: 7 }, { file: 'a.go', line }, { file: 'b.go', line: 1 }],
    bytes: 8 * objects,
    objects,
  });
  const setup = { ...at(3, 500), bytes: 1 << 20 };
  const foreign = { frames: [{ line: 1 }], bytes: 8, objects: 4000 };
  const short = [setup, at(9, 1001), at(5, 2002), foreign];
  const long = [setup, at(9, 2001), at(5, 4002), at(11, 5), foreign, foreign];
  expect(attributeProfile(short, long, 1000)).toEqual([
    { file: 'a.go', line: 5, bytes: 16, objects: 2 },
    { file: 'a.go', line: 9, bytes: 8, objects: 1 },
  ]);
});
