/**
 * The release that a language version means: `1.24` is `1.24.11`. Pinned, so that a page says the same
 * on every machine; a version that is not listed is taken as it is written.
 */
export function releaseOf(version: string): string {
  return RELEASES.get(version) ?? version;
}

// The newest patch of each version when this list was made (golang.org/toolchain).
const RELEASES = new Map([
  ['1.22', '1.22.12'],
  ['1.23', '1.23.12'],
  ['1.24', '1.24.11'],
  ['1.25', '1.25.5'],
  ['1.26', '1.26.8'],
]);
