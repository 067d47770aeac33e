import { readMessage } from './message.ts';
import type { Diagnostic, Flow, GoPosition } from './types.ts';

/**
 * Reads the text that the Go compiler prints under `-m=2` for one package, for Go 1.22 to 1.26.
 *
 * Returns the messages in the order printed; a flow chain hangs on its header (`explains-escape`,
 * `explains-leak`). A line that no rule knows comes back with kind `unknown`, never dropped.
 * The shapes are those of cmd/compile/internal/{escape,inline,devirtualize,bloop}.
 */
export function parseDiagnostics(text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let header: Diagnostic | undefined;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# ')) continue;
    const { pos, message } = splitPosition(line);
    if (header?.flows && addToChain(header.flows, message)) continue;
    const diagnostic: Diagnostic = { ...readMessage(message), ...(pos && { pos }), message };
    header = diagnostic.flows ? diagnostic : undefined;
    diagnostics.push(diagnostic);
  }
  return diagnostics;
}

/**
 * Splits `file.go:LINE:COL: message`. The column is absent from byte 255 on; a line without a
 * position comes back whole as the message.
 */
export function splitPosition(line: string): { pos?: GoPosition; message: string } {
  const match = POSITIONED.exec(line);
  if (!match) return { message: line };
  return { pos: position(match[1]!, match[2]!, match[3]), message: match[4]! };
}

/** Reads `file.go:LINE:COL` or `file.go:LINE`; undefined for `<unknown line number>` and the like. */
function readPosition(text: string): GoPosition | undefined {
  const match = PLACE.exec(text);
  return match ? position(match[1]!, match[2]!, match[3]) : undefined;
}

const POSITIONED = /^((?:[A-Za-z]:)?[^:]+):(\d+)(?::(\d+))?: (.*)$/;
const PLACE = /^((?:[A-Za-z]:)?[^:]+):(\d+)(?::(\d+))?$/;
const FLOW = /^ {2}flow: (.*?) (←|=) (.*):$/;
const FROM = /^ {4}from (.*) \(([^()]*)\) at (.+)$/;

function position(file: string, line: string, column: string | undefined): GoPosition {
  return { file, line: Number(line), ...(column && { column: Number(column) }) };
}

/** Hangs a `flow:` or `from` line on the chain; false when the line is neither. */
function addToChain(flows: Flow[], message: string): boolean {
  const flow = FLOW.exec(message);
  if (flow) {
    flows.push({ dst: flow[1]!, arrow: flow[2] as Flow['arrow'], src: flow[3]!, from: [] });
    return true;
  }
  const from = FROM.exec(message);
  const last = flows.at(-1);
  if (!from || !last) return false;
  const pos = readPosition(from[3]!);
  last.from.push({ expr: from[1]!, why: from[2]!, ...(pos && { pos }) });
  return true;
}
