import { wholeFile } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { isRegionMarker } from '../page/region.ts';

/**
 * What the reader of a block copies: its whole Go file, which compiles together with the other files of its
 * package. Undefined where that is what the block shows.
 */
export function copyOf({ source, origin, shown, quotes }: Example): string | undefined {
  const file = wholeFile(source, origin.offset);
  const copy = quotes ? withoutMarkers(file) : file;
  return copy.trimEnd() === shown.code.trimEnd() ? undefined : copy;
}

/** The markers of regions are no part of the program; where one stood between blank lines gofmt keeps one of these. */
function withoutMarkers(file: string): string {
  const kept: string[] = [];
  let marked = false;
  for (const line of file.split('\n')) {
    const marker = isRegionMarker(line);
    const doubled = marked && line === '' && (kept.at(-1) ?? '') === '';
    if (!marker && !doubled) kept.push(line);
    marked = marker || (marked && line === '');
  }
  return kept.join('\n');
}
