import type { AllocationStack, LineAllocations, ProfiledRun } from './types.ts';

/**
 * What one iteration of a benchmark allocated, by place.
 *
 * @param short the whole profile of a run of some iterations
 * @param long that of a run of `n` iterations more: the difference is what iterations allocate, and what is
 *   done once (in `init`, before the loop) falls out
 */
export function perIteration(
  short: AllocationStack[],
  long: AllocationStack[],
  n: number,
): AllocationStack[] {
  const places = new Map<string, AllocationStack>();
  const add = (stacks: AllocationStack[], sign: 1 | -1) => {
    for (const { bytes, objects, ...place } of stacks) {
      const key = JSON.stringify(place);
      const sum = places.get(key) ?? { ...place, bytes: 0, objects: 0 };
      places.set(key, {
        ...sum,
        bytes: sum.bytes + sign * bytes,
        objects: sum.objects + sign * objects,
      });
    }
  };
  add(long, 1);
  add(short, -1);
  const means = [...places.values()].map(({ bytes, objects, ...place }) => ({
    ...place,
    // As `testing` prints them, in whole bytes: the runtime itself takes a little in the name of the line that
    // happens to help the collector.
    bytes: bytes < n ? bytes / n : Math.round(bytes / n),
    objects: objects / n,
  }));
  // A pool that is emptied by the collector, a map that grows: less than one in a hundred is no cost of the line.
  return means.filter(({ objects }) => objects >= 0.01);
}

/**
 * What each line of a unit's own files allocated in a run, in order of file and line. Every allocation goes
 * to the innermost own line, for what the standard library allocates is allocated on behalf of the line that
 * calls it.
 */
export function lineAllocations({ stacks }: ProfiledRun): LineAllocations[] {
  const lines = new Map<string, LineAllocations>();
  for (const { frames, direct, bytes, objects } of stacks) {
    const { file, line } = frames.find((frame) => frame.file !== undefined) ?? {};
    if (file === undefined || line === undefined) continue;
    const key = `${file}:${line}`;
    const sum = lines.get(key) ?? { file, line, bytes: 0, objects: 0, called: { bytes: 0, objects: 0 } };
    const own = direct && frames[0]?.file !== undefined;
    lines.set(key, {
      ...sum,
      bytes: sum.bytes + bytes,
      objects: sum.objects + objects,
      called: own ? sum.called : { bytes: sum.called.bytes + bytes, objects: sum.called.objects + objects },
    });
  }
  return [...lines.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
