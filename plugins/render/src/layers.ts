import type { BlockFacts, BlockVersion, ShownProblem, Site } from '@escapement/facts';

/** The sites of one version of a block: marks and notes, of which the reader sees one layer at a time. */
export interface Layer {
  /** What the ids of its parts begin with: that of the block, or `x3-v1`. */
  id: string;
  /** 0 for the build's own; absent where the block has no other. */
  layer?: number;
  sites: Site[];
  /** Why this version does not compile, and its name. */
  failed?: { name: string; errors: ShownProblem[] };
}

/** How many layers the stylesheet knows. A block with more versions offers the first of them. */
export const LAYERS = 8;

/** The layers of a block, the build's own first. */
export function layersOf({ id, sites, versions }: BlockFacts): Layer[] {
  if (!versions) return [{ id, sites }];
  const others = versions.filter(({ own }) => !own).slice(0, LAYERS - 1);
  return [{ id, layer: 0, sites }, ...others.map((version, at) => layerOf(id, version, at + 1))];
}

function layerOf(id: string, { name, sites, errors }: BlockVersion, layer: number): Layer {
  return { id: `${id}-v${layer}`, layer, sites, ...(errors && { failed: { name, errors } }) };
}
