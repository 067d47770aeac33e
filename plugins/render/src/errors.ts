import { noteId, type BlockFacts, type ShownProblem } from '@escapement/facts';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { errorsOf } from './marks.ts';
import { renderNumber } from './number-link.ts';
import { renderProse } from './prose.ts';
import { renderShape } from './tone.ts';

/**
 * The compile errors of an example that must fail, or the problems of a broken one (which only `dev`
 * shows, as a build stops). Nothing for a block without either.
 */
export function renderErrors(block: BlockFacts): Element | undefined {
  const errors = errorsOf(block);
  if (errors.length === 0) return undefined;
  const broken = block.status === 'broken';
  return h(
    'div',
    { className: ['esc-errors'], role: broken ? 'alert' : undefined },
    broken
      ? h('p', { className: ['esc-alarm'] }, renderShape('error'), ' ', alarm(errors.length))
      : undefined,
    h(
      'ol',
      { className: ['esc-list'], role: 'list' },
      errors.map((error, i) => renderError(block.id, error, i + 1)),
    ),
  );
}

function alarm(count: number): string {
  const problems = count === 1 ? 'a problem' : `${count} problems`;
  return `This example has ${problems}: the site cannot be built.`;
}

/** The note of one error; its number leads back to the code. */
export function renderError(block: string, error: ShownProblem, number: number): Element {
  const { line, message, rule } = error;
  return h(
    'li',
    { id: noteId(block, 'e', number), className: ['esc-note'], dataTone: 'error' },
    line === undefined
      ? h('span', { className: ['esc-number'] }, String(number))
      : renderNumber(block, 'e', number, line),
    h(
      'div',
      { className: ['esc-text'] },
      h(
        'p',
        line === undefined
          ? []
          : [h('span', { className: ['esc-verdict'] }, renderShape('error'), ` line ${line}`), ' '],
        h('span', { className: ['esc-problem'] }, renderProse(message)),
        rule === undefined ? [] : [' ', h('span', { className: ['esc-aside'] }, rule)],
      ),
    ),
  );
}
