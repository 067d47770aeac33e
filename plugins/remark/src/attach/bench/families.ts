import type { MeasuredBenchmark } from './measured.ts';

/** Benchmarks that the author named by one word. */
export interface BenchGroup {
  name: string;
  rows: MeasuredBenchmark[];
}

/** A row of a table of benchmarks, with what it is compared with. */
export interface BenchRow {
  name: string;
  row: MeasuredBenchmark;
  base?: MeasuredBenchmark;
}

/** The rows of a table, and the names of the families that it compares, where it does. */
export interface BenchRows {
  rows: BenchRow[];
  /** The first is what the others are compared with. */
  families?: string[];
}

/**
 * Arranges benchmarks for a table. Groups that have the same benchmarks inside (at least two) are families:
 * each is compared with its namesake in the first, as benchstat compares two files, and they alternate.
 * All others are compared with the very first.
 */
export function arrange(groups: BenchGroup[]): BenchRows {
  const families = groups.map(({ name, rows }) => ({ name: short(name), members: membersOf(rows) }));
  const [first, ...others] = families;
  const members = [...(first?.members.keys() ?? [])];
  const alike =
    others.length > 0 && members.length > 1 && others.every((one) => hasAll(one.members, members));
  if (!first || !alike) return { rows: againstFirst(groups.flatMap(({ rows }) => rows)) };
  const rows = members.flatMap((member) =>
    families.map((family, at): BenchRow => {
      const base = at > 0 && { base: first.members.get(member)! };
      return { name: `${family.name}/${member}`, row: family.members.get(member)!, ...base };
    }),
  );
  return { rows, families: families.map(({ name }) => name) };
}

function againstFirst(rows: MeasuredBenchmark[]): BenchRow[] {
  const named = rows.map((row): BenchRow => ({ name: short(row.counted.name), row }));
  return named.map((row, at) => (at > 0 ? { ...row, base: rows[0]! } : row));
}

/** The benchmarks of a group by what is left of their names without what they have in common. */
function membersOf(rows: MeasuredBenchmark[]): Map<string, MeasuredBenchmark> {
  const names = rows.map(({ counted }) => counted.name.split('/'));
  let common = 0;
  while (names.every((parts) => parts.length > common + 1 && parts[common] === names[0]![common])) common++;
  return new Map(rows.map((row, at) => [short(names[at]!.slice(common).join('/')), row]));
}

function hasAll(members: Map<string, unknown>, names: string[]): boolean {
  return members.size === names.length && names.every((name) => members.has(name));
}

function short(name: string): string {
  return name.replace(/^Benchmark/, '');
}
