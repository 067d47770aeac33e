/**
 * The import path of a standard-library package by the name that code uses for it, or undefined.
 * Where two packages share a name, the one that a short example means stands here.
 */
export function standardImport(name: string): string | undefined {
  return PATHS.get(name);
}

/**
 * Whether a path is one of the standard library: no module's path may begin with the first part of one of its
 * packages (go help importpath).
 */
export function isStandardImport(path: string): boolean {
  return ROOTS.has(path.replace(/\/.*$/, ''));
}

// `go list std` of Go 1.26 without internal, vendored and rarely quoted packages.
const PATHS = new Map(
  `
  archive/tar archive/zip bufio bytes cmp compress/gzip compress/zlib container/heap container/list
  container/ring context crypto/md5 crypto/rand crypto/sha1 crypto/sha256 crypto/sha512 database/sql
  embed encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex encoding/json
  encoding/xml errors expvar flag fmt go/ast go/format go/parser go/token hash hash/crc32 hash/fnv
  hash/maphash html image io io/fs iter log log/slog maps math math/big math/bits math/cmplx
  math/rand/v2 mime net net/http net/http/httptest net/netip net/url os os/exec os/signal path
  path/filepath reflect regexp runtime runtime/debug runtime/pprof runtime/trace slices sort strconv
  strings structs sync sync/atomic syscall testing testing/iotest text/tabwriter text/template time
  unicode unicode/utf16 unicode/utf8 unique unsafe weak
  `
    .trim()
    .split(/\s+/)
    .map((path) => [path.replace(/\/v\d+$/, '').replace(/^.*\//, ''), path]),
);
// `crypto/rand` and `math/rand/v2` share a name: examples mean the numbers.
PATHS.set('rand', 'math/rand/v2');

const ROOTS = new Set([...PATHS.values()].map((path) => path.replace(/\/.*$/, '')));
