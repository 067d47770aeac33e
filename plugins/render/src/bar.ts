import type { BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderShape, renderTick } from './tone.ts';

/** The line below the frame: how the block was checked, and the tabs of its views. */
export function renderBar(block: BlockFacts, ...tabs: (Element | undefined)[]): Element {
  const { toolchain, source } = block;
  const target = `${toolchain.version} ${toolchain.goos}/${toolchain.goarch}`;
  return h(
    'div',
    { className: ['esc-bar'] },
    h(
      'p',
      { className: ['esc-checked'] },
      block.status === 'broken' ? renderShape('error') : renderTick(),
      `${checked[block.status]} ${target}`,
      source && [', from ', h('code', `${source.file}:${source.line}`)],
    ),
    tabs,
  );
}

const checked: Record<BlockFacts['status'], string> = {
  verified: 'checked with',
  fails: 'fails to compile, as it should, with',
  broken: 'tried with',
};
