import type { Diagnostic, GoPosition } from './types.ts';

/** Prints diagnostics as the compiler does: the inverse of `parseDiagnostics`, one message a line. */
export function printDiagnostics(diagnostics: Diagnostic[]): string {
  return diagnostics.flatMap(lines).join('\n');
}

/** `file.go:LINE:COL`, or `file.go:LINE` where the compiler gave no column. */
export function printPosition({ file, line, column }: GoPosition): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function lines({ pos, message, flows }: Diagnostic): string[] {
  const at = pos ? `${printPosition(pos)}: ` : '';
  const chain = (flows ?? []).flatMap((flow) => [
    `${at}  flow: ${flow.dst} ${flow.arrow} ${flow.src}:`,
    ...flow.from.map(
      (from) =>
        `${at}    from ${from.expr} (${from.why}) at ${from.pos ? printPosition(from.pos) : '<unknown line number>'}`,
    ),
  ]);
  return [at + message, ...chain];
}
