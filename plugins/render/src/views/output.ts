import type { BlockFacts } from '@escapement/facts';
import { h } from 'hastscript';
import type { View } from './types.ts';

/** The compiler's own lines about the block, with the command that prints them. */
export function outputView({ command, output }: BlockFacts): View {
  const text = output.replace(/\n+$/, '');
  return {
    id: 'output',
    label: 'Compiler output',
    labels: [],
    panel: () =>
      h(
        'pre',
        { className: ['esc-output'] },
        h('code', h('span', { className: ['esc-command'] }, command), '\n', text === '' ? '(nothing)' : text),
      ),
  };
}
