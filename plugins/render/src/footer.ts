import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderShape, renderTick } from './tone.ts';

/** How the block was checked: one line, and the compiler's complete output with the command for it. */
export function renderFooter(block: BlockFacts): Element {
  const { toolchain, command, output, source } = block;
  const target = `${toolchain.version} ${toolchain.goos}/${toolchain.goarch}`;
  return h(
    'div',
    { className: ['esc-footer'] },
    h(
      'p',
      { className: ['esc-checked'] },
      block.status === 'broken' ? renderShape('error') : renderTick(),
      `${checked[block.status]} ${target}`,
      source && [', from ', h('code', `${source.file}:${source.line}`)],
    ),
    h(
      'details',
      { className: ['esc-output'] },
      h('summary', 'Compiler output'),
      h('pre', h('code', h('span', { className: ['esc-command'] }, command), '\n', said(output))),
    ),
  );
}

const checked: Record<BlockFacts['status'], string> = {
  verified: 'checked with',
  fails: 'fails to compile, as it should, with',
  broken: 'tried with',
};

function said(output: string): string {
  const text = output.replace(/\n+$/, '');
  return text === '' ? '(nothing)' : text;
}
