import type { Diagnostic, Flow, FlowFrom } from '../diagnostics/types.ts';

/**
 * Says in a clause why a chain ends where it does: "its address is returned". Undefined when there is
 * no chain to read.
 */
export function causeOf(explanation: Diagnostic | undefined): string | undefined {
  const flows = explanation?.flows ?? [];
  const last = flows.at(-1);
  const end = last?.from.at(-1);
  if (!last || !end) return undefined;
  const own = flows.flatMap(({ from }) => from).find(({ why }) => why in LIMITS);
  return own ? LIMITS[own.why] : (captured(flows) ?? ending(last, end));
}

/** Reasons that lie in the value itself, not in where it goes. */
const LIMITS: Record<string, string> = {
  'too large for stack': 'it is too large for the stack',
  'too aligned for stack': 'its alignment is too large for the stack',
  'non-constant size': 'its size is not known at compile time',
  'zero-sized element': 'its elements have no size',
};

function captured(flows: Flow[]): string | undefined {
  const by = flows.flatMap(({ from }) => from).find(({ why }) => why === 'captured by a closure');
  return by && 'a closure that may outlive the call captures it';
}

function ending({ dst }: Flow, { expr, why }: FlowFrom): string {
  switch (why) {
    case 'return':
      return 'a pointer to it is returned, so it must outlive the call';
    case 'send':
      return 'it is sent on a channel, and the receiver may live longer';
    case 'call parameter':
      return `it is passed to \`${expr}\`, which may keep it`;
    case 'interface-converted':
      return 'it is converted to an interface that may outlive the call';
    case 'key of map put':
    case 'value of map put':
    case 'map literal key':
    case 'map literal value':
      return 'it is stored in a map, and the compiler does not follow what a map holds';
  }
  if (dst === '{heap}') return `it is stored where it outlives the call: \`${expr}\``;
  if (/^~r\d+$/.test(dst)) return 'a pointer to it becomes a result, so it must outlive the call';
  return `it flows to \`${dst}\`, which outlives it`;
}
