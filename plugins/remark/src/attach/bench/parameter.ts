/** What a benchmark's name says of a number that it was run with. */
export interface Parameter {
  /** The name without it: `Grow` of `Grow/n=16`. */
  name: string;
  parameter?: string;
  value?: number;
}

/**
 * Reads the last `key=number` between the slashes of a benchmark's name, the form that Go's benchmark
 * format recommends for sub-benchmarks (golang.org/design/14313-benchmark-format).
 */
export function readParameter(name: string): Parameter {
  const parts = name.split('/');
  const at = parts.findLastIndex((part) => /^\w+=\d+(?:\.\d+)?$/.test(part));
  if (at < 1) return { name };
  const [parameter, value] = parts[at]!.split('=');
  return { name: parts.toSpliced(at, 1).join('/'), parameter: parameter!, value: Number(value) };
}
