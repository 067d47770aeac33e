import type { BlockVersion, ShownProblem, Site } from '../block.ts';
import type { CompileFacts, VariantFacts } from '../unit.ts';

/**
 * What a block's switch offers: the versions and targets that were asked for, in their order, and the build's
 * own, last where it was not asked for. One that can't compile the block says why; those that could not be had
 * are left out.
 *
 * @param own what the build's Go said
 * @param told finds the sites, or the errors, in what another one said
 */
export function blockVersions(
  own: CompileFacts,
  variants: VariantFacts[],
  told: (compile: CompileFacts) => { sites: Site[]; errors: ShownProblem[] },
): BlockVersion[] {
  const versions = variants.flatMap(({ variant, compile }): BlockVersion[] => {
    if (!compile) return [];
    const name = [variant.go, variant.goarch].filter((word) => word !== undefined).join(' ');
    if (isSame(compile, own)) return [{ name, own: true, sites: [] }];
    const { sites, errors } = told(compile);
    return [errors.length > 0 ? { name, sites: [], errors } : { name, sites }];
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
