import { addToChain } from './chain.ts';
import { readMessage } from './message.ts';
import { splitPosition } from './place.ts';
import type { Diagnostic } from './types.ts';

/**
 * Reads what the Go compiler prints under `-m=2`, for Go 1.22 to 1.26, and what `go build` prints around
 * it (`# import/path`).
 *
 * Returns the messages in the order printed; a flow chain hangs on its header (`explains-escape`,
 * `explains-leak`). A line that no rule knows comes back with kind `unknown`, never dropped:
 * `printDiagnostics` gives the same text again, but for its last newline.
 * The shapes are those of cmd/compile/internal/{escape,inline,devirtualize,bloop}.
 */
export function parseDiagnostics(text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let header: Diagnostic | undefined;
  // What stands in front of the header's message stands in front of each line of its chain.
  let front = '';
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  // The empty text is no line; a text that ends in two newlines has an empty last one.
  for (let at = text === '' ? 1 : 0; at <= end;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? end : newline;
    const line = text.slice(at, next);
    at = next + 1;
    if (header && line.startsWith(front) && addToChain(header.flows!, line.slice(front.length))) continue;
    const { message, ...place } = splitPosition(line);
    const diagnostic: Diagnostic = { ...readMessage(message), ...place, message };
    diagnostics.push(diagnostic);
    header = diagnostic.flows && diagnostic;
    front = line.slice(0, line.length - message.length);
  }
  return diagnostics;
}
