/** What is known of an entry of the store without reading it. */
export interface Entry {
  key: string;
  /** Absent where the driver does not know. */
  bytes?: number;
  /** Milliseconds since 1970; absent where the driver does not know. */
  lastUse?: number;
}

/**
 * The entries to evict, so that the rest takes no more than nine tenths of `maxBytes`: a store at its
 * limit is then not trimmed by every build. None where it holds less than `maxBytes`. Least recently
 * used come first, and those in `used`, by whatever time, last.
 */
export function excess(entries: Entry[], maxBytes: number, used: ReadonlySet<string>): Entry[] {
  const total = entries.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  if (total <= maxBytes) return [];
  const oldest = entries.toSorted(
    (a, b) => Number(used.has(a.key)) - Number(used.has(b.key)) || (a.lastUse ?? 0) - (b.lastUse ?? 0),
  );
  const evicted: Entry[] = [];
  let left = total;
  for (const entry of oldest) {
    if (left <= maxBytes * 0.9) break;
    left -= entry.bytes ?? 0;
    evicted.push(entry);
  }
  return evicted;
}
