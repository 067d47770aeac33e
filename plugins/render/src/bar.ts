import { printToolchain, type BlockFacts } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderShape, renderTick } from './tone.ts';

/** The line below the frame: how the block was checked, and the tabs of its views. */
export function renderBar(block: BlockFacts, ...tabs: (Element | undefined)[]): Element {
  const { toolchain, source } = block;
  return h(
    'div',
    { className: ['esc-bar'] },
    h(
      'p',
      { className: ['esc-checked'] },
      block.status === 'broken' ? renderShape('error') : renderTick(),
      `${checked[block.status]} ${printToolchain(toolchain)}`,
      source && [', from ', h('code', `${source.file}:${source.line}`)],
    ),
    renderLinks(block),
    tabs,
  );
}

/**
 * Where the program can be tried. The address of the Playground can't hold a program: its link is shown by the
 * script, which copies the program when the link is followed.
 */
function renderLinks({ links = {} }: BlockFacts): Element | undefined {
  const { explorer, playground } = links;
  if (!explorer && !playground) return undefined;
  const rel = ['noopener', 'noreferrer'];
  const copies = 'Go Playground, another site: copies the program, to be pasted there';
  return h(
    'p',
    { className: ['esc-links'] },
    explorer &&
      h('a', { href: explorer, rel, ariaLabel: 'Compiler Explorer, another site' }, 'Compiler Explorer'),
    playground &&
      h(
        'a',
        { className: ['esc-play'], href: playground, rel, hidden: true, ariaLabel: copies, title: copies },
        'Go Playground',
      ),
  );
}

const checked: Record<BlockFacts['status'], string> = {
  verified: 'checked with',
  fails: 'fails to compile, as it should, with',
  broken: 'tried with',
};
