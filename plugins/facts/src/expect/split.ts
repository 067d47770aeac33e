/** Splits at commas and the word `and`, where they stand outside of quotes and brackets. */
export function splitConditions(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    if ('([{'.includes(piece)) depth++;
    if (')]}'.includes(piece)) depth = Math.max(0, depth - 1);
    if (depth === 0 && (piece === ',' || piece.trim() === 'and')) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A string, the word `and` with the space around it, or one unit. */
const PIECE = /"(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`|\sand\s+|[\s\S]/g;
