import type { BlockVersion, Site } from '../block.ts';
import type { CompileFacts, VariantFacts } from '../unit.ts';

/**
 * What a block's switch offers: the versions and targets that were asked for, in their order, and the build's
 * own, last where it was not asked for. Those that could not be had are left out.
 *
 * @param own what the build's Go said
 * @param sitesOf finds the sites in what another one said
 */
export function blockVersions(
  own: CompileFacts,
  variants: VariantFacts[],
  sitesOf: (compile: CompileFacts) => Site[],
): BlockVersion[] {
  const versions = variants.flatMap(({ variant, compile }): BlockVersion[] => {
    if (!compile || compile.errors.length > 0) return [];
    const name = [variant.go, variant.goarch].filter((word) => word !== undefined).join(' ');
    return isSame(compile, own) ? [{ name, own: true, sites: [] }] : [{ name, sites: sitesOf(compile) }];
  });
  if (versions.length === 0 || versions.some((version) => version.own)) return versions;
  const { version, goarch } = own.toolchain;
  const release = variants.some(({ variant }) => variant.go) ? [version.replace(/^go/, '')] : [];
  const target = variants.some(({ variant }) => variant.goarch) ? [goarch] : [];
  return [...versions, { name: [...release, ...target].join(' '), own: true, sites: [] }];
}

function isSame({ toolchain: a }: CompileFacts, { toolchain: b }: CompileFacts): boolean {
  return a.version === b.version && a.goarch === b.goarch;
}
