/** The lines of a region: 1-based numbers of its first and last line, both inside the markers. */
export interface Region {
  from: number;
  to: number;
}

/** Why a region can't be quoted. */
export interface RegionProblem {
  reason: string;
  expected?: string[];
}

/**
 * Finds `// #region NAME` … `// #endregion NAME` in a file (the markers that editors fold by; the name
 * at the end may be left out). Without a name the whole file is meant.
 */
export function findRegion(source: string, name: string | undefined): Region | RegionProblem {
  const lines = source.replace(/\n$/, '').split('\n');
  if (name === undefined) return { from: 1, to: lines.length };
  const marks = lines.flatMap((line, at) => {
    const match = MARKER.exec(line);
    return match ? [{ line: at + 1, ends: match[1] !== undefined, name: match[2] }] : [];
  });
  const start = marks.findIndex((mark) => !mark.ends && mark.name === name);
  if (start < 0) {
    const names = marks.filter(({ ends }) => !ends).map((mark) => mark.name ?? '');
    return {
      reason: `Unexpected region \`${name}\`: the file has no \`// #region ${name}\``,
      expected: names,
    };
  }
  const end = closingMark(marks.slice(start + 1), name);
  if (!end)
    return {
      reason: `Unexpected end of file: \`// #region ${name}\` is not closed by \`// #endregion ${name}\``,
    };
  return { from: marks[start]!.line + 1, to: end.line - 1 };
}

/** True for a line that only opens or closes a region. */
export function isRegionMarker(line: string): boolean {
  return MARKER.test(line);
}

const MARKER = /^\s*\/\/\s*#(end)?region\b\s*(\S+)?\s*$/;

type Mark = { line: number; ends: boolean; name: string | undefined };

/** The end by name, or the unnamed end that balances. */
function closingMark(after: Mark[], name: string): Mark | undefined {
  let depth = 0;
  for (const mark of after) {
    if (mark.ends && mark.name === name) return mark;
    if (!mark.ends) depth++;
    else if (depth-- === 0) return mark.name === undefined ? mark : undefined;
  }
  return undefined;
}
