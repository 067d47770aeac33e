import type { RunFacts } from '@escapement/facts';
import type { BlockContent, Code, Link, PhrasingContent } from 'mdast';
import type { Example } from '../page/example.ts';
import { box, text, words } from './figure.ts';

/**
 * What a program printed, below it: a figure whose caption names the program, leads back to it, and says how it
 * ended where its status is not 0. Plain Markdown shows the caption as a line of text.
 */
export function outputFigure({ id, meta }: Example, run: RunFacts, figureId = `${id}-output`): BlockContent {
  const printed = [run.stdout, run.stderr].map((part) => part.trimEnd()).filter((part) => part !== '');
  const source: Link = {
    type: 'link',
    url: `#${id}-code`,
    children: [text(meta.title ?? 'the program')],
    data: { hName: 'a', hProperties: {} },
  };
  const status: PhrasingContent[] =
    run.exit === 0 ? [] : [text(', '), { type: 'strong', children: [text(`exit status ${run.exit}`)] }];
  const code: Code = {
    type: 'code',
    lang: 'text',
    meta: 'frame="none"',
    value: printed.join('\n') || '(the program prints nothing)',
  };
  return box('figure', { id: figureId, className: ['escapement-output'] }, [
    words('figcaption', {}, [text('Output of '), source, ...status]),
    code,
  ]);
}
