/**
 * Tells whether a Go is new enough: 1.24 brought `go build -json` and `testing.B.Loop`.
 *
 * @param version What `go env GOVERSION` says, for example `go1.26.8`, `go1.25rc1` or
 *   `devel go1.27-d3f4 Mon …`; undefined when there is no answer.
 * @returns True from 1.24 on.
 */
export function isUsableGo(version: string | undefined): boolean {
  const match = /\bgo(\d+)\.(\d+)/.exec(version ?? '');
  if (match === null) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major > 1 || (major === 1 && minor >= 24);
}

/**
 * The name that Go gives a platform.
 *
 * @param platform `process.platform`.
 * @param arch `process.arch`.
 * @returns For example `linux-amd64`.
 */
export function goPlatform(platform: string, arch: string): string {
  return `${platform}-${arch === 'x64' ? 'amd64' : arch}`;
}
