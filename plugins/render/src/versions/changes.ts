import { alignSites, type BlockFacts, type Verdict } from '@escapement/facts';

/** A site of which the versions of a block say different things. */
export interface Change {
  /** 1-based shown line. */
  line: number;
  /** What the versions say, in their order, those together that follow each other and agree. */
  turns: { names: string; verdict: Verdict }[];
}

/** Where the versions of a block differ, in the order of lines. */
export function changesOf({ sites, versions = [] }: BlockFacts): Change[] {
  const all = versions.map(({ name, own, sites: others, errors }) => ({
    name,
    sites: own ? sites : others,
    failed: errors !== undefined,
  }));
  return alignSites(all, true)
    .filter(({ change }) => change !== undefined)
    .map(({ line, verdicts }) => ({
      line,
      turns: turnsOf(
        verdicts,
        versions.map(({ name }) => name),
      ),
    }));
}

function turnsOf(verdicts: (Verdict | undefined)[], names: string[]): Change['turns'] {
  const turns: { names: string[]; verdict: Verdict }[] = [];
  verdicts.forEach((verdict, at) => {
    if (verdict === undefined) return;
    const last = turns.at(-1);
    if (last?.verdict === verdict) last.names.push(names[at]!);
    else turns.push({ names: [names[at]!], verdict });
  });
  return turns.map(({ names: of, verdict }) => ({ names: of.join(', '), verdict }));
}
