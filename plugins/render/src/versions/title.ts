/** What a version or target is called: `Go 1.24`, but `386`. */
export function titleOf(names: string): string {
  return /^1\.\d/.test(names) ? `Go ${names}` : names;
}
