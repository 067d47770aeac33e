import { printChain } from './chain.ts';
import { printPlace } from './place.ts';
import type { Diagnostic } from './types.ts';

/** Prints diagnostics as the compiler does: the inverse of `parseDiagnostics`, without a last newline. */
export function printDiagnostics(diagnostics: Diagnostic[]): string {
  return diagnostics.flatMap(printDiagnostic).join('\n');
}

/** The lines of one diagnostic: the message, and its chain below. */
function printDiagnostic(diagnostic: Diagnostic): string[] {
  const place = printPlace(diagnostic);
  const front = place && `${place}: `;
  return [diagnostic.message, ...printChain(diagnostic.flows ?? [])].map((line) => front + line);
}
