/**
 * A copy of a string. One that is cut out of a longer text keeps all of that text in memory, which
 * matters where little is kept of hundreds of megabytes.
 */
export function apart(text: string): string {
  return Buffer.from(text).toString();
}
