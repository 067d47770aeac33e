import type { CompileFacts, Toolchain, UnitFacts } from './unit.ts';

/** A toolchain as `go version` ends: `go1.26.8 linux/amd64`. */
export function printToolchain({ version, goos, goarch }: Toolchain): string {
  return `${version} ${goos}/${goarch}`;
}

/**
 * What each toolchain said of a unit: the build's own first, then the other versions and targets, in their
 * order, that it could be compiled with. The build's own is often asked for besides: each stands here once.
 */
export function compilesOf({ compile, variants = [] }: UnitFacts): CompileFacts[] {
  const all = [compile, ...variants.flatMap((variant) => variant.compile ?? [])];
  const names = all.map(({ toolchain }) => printToolchain(toolchain));
  return all.filter((_, at) => names.indexOf(names[at]!) === at);
}
