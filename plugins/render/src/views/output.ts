import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { View } from './types.ts';

/** The compiler's own lines about the block, with the command that prints them. */
export function outputView(block: BlockFacts): View {
  return { id: 'output', label: 'Compiler output', labels: [], panel: () => [renderOutput(block)] };
}

function renderOutput({ command, output }: BlockFacts): Element {
  const text = output.replace(/\n+$/, '');
  const typed = h('span', { className: ['esc-command'] }, command);
  return h('pre', { className: ['esc-output'] }, h('code', typed, '\n', text === '' ? '(nothing)' : text));
}
