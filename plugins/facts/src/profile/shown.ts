import type { ShownLine } from '../go/shown.ts';
import { lineAllocations } from './attribute.ts';
import type { Amount, LineAllocations, ProfileFacts, ProfiledRun } from './types.ts';

/** What the shown lines of a block take from the heap in one iteration of a benchmark, or while a program runs. */
export interface ShownProfile {
  /** Absent for the program. */
  benchmark?: string;
  /** Those that allocate, in their order. */
  lines: ShownAllocations[];
  /** What all other lines of the package allocate in it. */
  elsewhere: Amount;
}

/** What one shown line allocates; `called` is the part of it that calls into other packages take. */
export interface ShownAllocations extends Amount {
  /** 1-based shown line. */
  line: number;
  called: Amount;
}

/** The profiles of a unit as the reader of one of its files sees them, in their order. */
export function shownProfiles({ runs }: ProfileFacts, file: string, shown: ShownLine): ShownProfile[] {
  return runs.map((run) => shownProfile(run, file, shown));
}

function shownProfile(run: ProfiledRun, file: string, shown: ShownLine): ShownProfile {
  const lines: ShownAllocations[] = [];
  const elsewhere: Amount = { bytes: 0, objects: 0 };
  for (const { file: of, line: at, ...allocated } of lineAllocations(run)) {
    const line = of === file ? shown(at) : undefined;
    if (line === undefined) addTo(elsewhere, allocated);
    else lines.push({ line, ...allocated });
  }
  return { ...(run.benchmark !== undefined && { benchmark: run.benchmark }), lines, elsewhere };
}

function addTo(sum: Amount, { bytes, objects }: Pick<LineAllocations, 'bytes' | 'objects'>): void {
  sum.bytes += bytes;
  sum.objects += objects;
}
