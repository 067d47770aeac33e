import type { SideSpec } from '@escapement/remark';

/**
 * Reads what is to be compared: `A B`, `A..B`, or `A` alone, which is compared with the working tree. Each is a
 * `facts.json`, a Go release (`go1.24`) or a commit.
 *
 * @param go what stands behind `--go`: all names are then Go releases
 * @throws where there are more or fewer of them
 */
export function readSides(words: string[], go: string | undefined): [SideSpec, SideSpec] {
  const names = (go === undefined ? words : [go, ...words])
    .flatMap((word) => word.split(/\.{2,3}(?=[^./])|,/))
    .filter((word) => word !== '')
    .map((word) => (go === undefined || word.startsWith('go') ? word : `go${word}`));
  const [before, after, ...more] = names;
  if (before === undefined || more.length > 0 || (go !== undefined && after === undefined))
    throw new Error(
      'Unexpected arguments, expected two commits, two Go releases or two facts.json: escapement diff A B',
    );
  return [sideOf(before), after === undefined ? { tree: true } : sideOf(after)];
}

function sideOf(word: string): SideSpec {
  const [, release] = /^go(1\.\d+(?:\.\d+)?)$/.exec(word) ?? [];
  if (release !== undefined) return { go: release };
  return word.endsWith('.json') ? { facts: word } : { commit: word };
}
