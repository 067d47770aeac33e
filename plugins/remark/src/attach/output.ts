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
  const lines = (printed.join('\n') || '(the program prints nothing)').split('\n');
  return box('figure', { id: figureId, className: ['escapement-output'] }, [
    words('figcaption', {}, [text('Output of '), source, ...status]),
    ...folded(lines),
  ]);
}

/** Lines of an output; of a long one, such as the stacks of a fatal error, the first ones, and the rest closed. */
function folded(lines: string[]): BlockContent[] {
  if (lines.length <= MOST_LINES) return [plain(lines)];
  const rest = lines.slice(FIRST_LINES);
  return [
    plain(lines.slice(0, FIRST_LINES)),
    box('details', { className: ['esc-more'] }, [
      words('summary', {}, [text(`${rest.length} more lines`)]),
      plain(rest),
    ]),
  ];
}

function plain(lines: string[]): Code {
  return { type: 'code', lang: 'text', meta: 'frame="none"', value: lines.join('\n') };
}

/** A screen of a phone holds about so many lines. */
const MOST_LINES = 24;
const FIRST_LINES = 8;
