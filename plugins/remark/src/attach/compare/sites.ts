import type { DiffLine, Site } from '@escapement/facts';

/**
 * Sites of two examples side by side, in reading order of the second. Two are one when they name the same
 * thing: on a line that both have, or else anywhere, first with first.
 */
export function pairSites(before: Site[], after: Site[], lines: DiffLine[]): [Site?, Site?][] {
  const lineBefore = new Map(
    lines.flatMap((line) => (line.after && line.before ? [[line.after, line.before]] : [])),
  );
  const left = new Set(before);
  const take = (fits: (site: Site) => boolean): Site | undefined => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found;
  };
  const kept = after.map((site) =>
    take(({ subject, span }) => subject === site.subject && span.line === lineBefore.get(site.span.line)),
  );
  const pairs = after.map((site, at): [Site?, Site?] => [
    kept[at] ?? take(({ subject }) => subject === site.subject),
    site,
  ]);
  return [...[...left].map((site): [Site?, Site?] => [site]), ...pairs];
}
