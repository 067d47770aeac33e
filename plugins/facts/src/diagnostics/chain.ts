import { printPlace, readPlace } from './place.ts';
import type { Flow, FlowFrom } from './types.ts';

/**
 * Hangs a line of an explanation on its chain: `  flow: DST ← SRC:`, `    from EXPR (WHY) at POS` or
 * `  warning: …` (cmd/compile/internal/escape/solve.go). False when the line is none of these, or
 * stands where printing the chain again would not put it.
 */
export function addToChain(flows: Flow[], message: string): boolean {
  const last = flows.at(-1);
  if (message.startsWith(FROM)) {
    const from = last?.warning === undefined ? readFrom(message) : undefined;
    if (from) last?.from.push(from);
    return from !== undefined && last !== undefined;
  }
  if (message.startsWith(FLOW)) {
    const flow = readFlow(message);
    if (flow) flows.push(flow);
    return flow !== undefined;
  }
  if (!message.startsWith(WARNING) || !last || last.warning !== undefined) return false;
  last.warning = message.slice(WARNING.length);
  return true;
}

/** The lines of a chain, without the place in front of them. */
export function printChain(flows: Flow[]): string[] {
  return flows.flatMap(({ dst, arrow, src, from, warning }) => [
    `${FLOW}${dst} ${arrow} ${src}:`,
    ...from.map((step) => `${FROM}${step.expr} (${step.why}) at ${printPlace(step)}`),
    ...(warning === undefined ? [] : [WARNING + warning]),
  ]);
}

const FLOW = '  flow: ';
const FROM = '    from ';
const WARNING = '  warning: ';

/** The expression may itself hold brackets and ` at `, so that the line is read from its end. */
function readFrom(message: string): FlowFrom | undefined {
  const close = message.lastIndexOf(') at ');
  const open = message.lastIndexOf(' (', close);
  if (close < 0 || open < FROM.length) return undefined;
  const { pos, place } = readPlace(message.slice(close + 5));
  const from: FlowFrom = { expr: message.slice(FROM.length, open), why: message.slice(open + 2, close) };
  if (pos) from.pos = pos;
  if (place !== undefined) from.place = place;
  return from;
}

/** `{storage for EXPR}` may hold an arrow of its own; a name never does. */
function readFlow(message: string): Flow | undefined {
  if (!message.endsWith(':')) return undefined;
  const from = message.startsWith('{', FLOW.length) ? message.indexOf('} ', FLOW.length) + 1 : FLOW.length;
  const space = Math.max(from, FLOW.length);
  const arrow = [message.indexOf(' ← ', space), message.indexOf(' = ', space)].filter((at) => at >= 0);
  if (arrow.length === 0) return undefined;
  const at = Math.min(...arrow);
  return {
    dst: message.slice(FLOW.length, at),
    src: message.slice(at + 3, -1),
    arrow: message[at + 1] as Flow['arrow'],
    from: [],
  };
}
