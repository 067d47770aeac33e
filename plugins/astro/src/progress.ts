import type { Progress } from '@escapement/remark';

/** Turns progress into one line when a phase begins and one when it ends: fit for a log. */
export function progressLines(log: (line: string) => void): (progress: Progress) => void {
  const begun = new Set<Progress['phase']>();
  return ({ phase, done, total, module }) => {
    if (module !== undefined) return log(`${WORDS[phase]} ${module} …`);
    if (!begun.has(phase)) log(`${WORDS[phase]} ${total} …`);
    begun.add(phase);
    if (done === total && total > 0) log(`${WORDS[phase]} ${total}: done`);
  };
}

const WORDS: Record<Progress['phase'], string> = {
  download: 'downloading',
  compile: 'compiling packages:',
  link: 'linking programs:',
  run: 'running programs:',
  gc: 'watching the garbage collector:',
  test: 'running tests:',
  bench: 'counting allocations of benchmarks:',
  profile: 'recording allocations of benchmarks:',
  probe: 'watching the memory of programs:',
  wait: 'waiting for builds that measure:',
  measure: 'measuring benchmarks, rounds:',
};
