import type { LineAllocations, ProfileSample } from './types.ts';

/**
 * What each line of a package's own files allocated in one iteration, in order of file and line: every
 * sample goes to the innermost frame that is in a file of its own, for what the standard library allocates
 * is allocated on behalf of the line that calls it.
 *
 * @param short samples of a run of `n` iterations
 * @param long samples of a run of `n` iterations more: the difference is what iterations allocate, and
 *   what is done once (in `init`, before the loop) falls out
 * @param n how many iterations more
 */
export function attributeProfile(
  short: ProfileSample[],
  long: ProfileSample[],
  n: number,
): LineAllocations[] {
  const lines = new Map<string, LineAllocations>();
  const add = (samples: ProfileSample[], sign: 1 | -1) => {
    for (const { frames, bytes, objects } of samples) {
      const frame = frames.find(({ file }) => file !== undefined);
      if (frame?.file === undefined) continue;
      const { file, line } = frame;
      const sum = lines.get(`${file}:${line}`) ?? { file, line, bytes: 0, objects: 0 };
      sum.bytes += (sign * bytes) / n;
      sum.objects += (sign * objects) / n;
      lines.set(`${file}:${line}`, sum);
    }
  };
  add(short, -1);
  add(long, 1);
  // A pool that is emptied by the collector, a map that grows: less than one in a hundred is no cost of the line.
  const found = [...lines.values()].filter(({ objects }) => objects >= 0.01);
  return found.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
