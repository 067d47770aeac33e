/**
 * Go counts columns in UTF-8 bytes from 1, JavaScript in UTF-16 units from 0. These two are the only
 * place where the one becomes the other.
 */
export function unitsFromByteColumn(line: string, column: number): number {
  let bytes = 1;
  let units = 0;
  for (const char of line) {
    if (bytes >= column) break;
    bytes += byteLength(char);
    units += char.length;
  }
  return units;
}

/** The 1-based byte column of a 0-based UTF-16 index in a line. */
export function byteColumnFromUnits(line: string, units: number): number {
  let bytes = 1;
  for (const char of line.slice(0, units)) bytes += byteLength(char);
  return bytes;
}

function byteLength(char: string): number {
  const code = char.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
