import type { Problem } from '@escapement/facts';
import type { ElementContent } from 'hast';
import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { excerpt } from '../excerpt.ts';
import type { VerifiedPage } from '../verify/page.ts';

/**
 * A problem in place of what it is about, for a page that is being written: with its line, as it stands there, and
 * with what to do.
 */
export function problemNode(
  problem: Problem,
  page: Pick<VerifiedPage, 'path' | 'text' | 'examples'>,
): Blockquote {
  const lines = [...excerpt(problem, textOf(problem.path, page)), ...(problem.note?.split('\n') ?? [])];
  // As HTML: of Markdown's text the white space in front of a caret would be taken away.
  const hChildren: ElementContent[] = [{ type: 'text', value: lines.join('\n') }];
  const shown: Paragraph[] =
    lines.length === 0 ? [] : [{ type: 'paragraph', children: [], data: { hName: 'pre', hChildren } }];
  return {
    type: 'blockquote',
    children: [{ type: 'paragraph', children: told(problem) }, ...shown],
    data: { hName: 'div', hProperties: PROPERTIES },
  };
}

/** The same inside a sentence, which has no room for lines. */
export function problemWords(problem: Problem): PhrasingContent {
  return { type: 'emphasis', children: told(problem), data: { hName: 'span', hProperties: PROPERTIES } };
}

const PROPERTIES = { className: ['escapement-problem'], role: 'alert' };

function told({ path, start, reason, rule }: Problem): PhrasingContent[] {
  return [
    { type: 'strong', children: [{ type: 'text', value: `${path}:${start.line}:${start.column}` }] },
    { type: 'text', value: ` ${reason} (${rule})` },
  ];
}

function textOf(path: string, page: Pick<VerifiedPage, 'path' | 'text' | 'examples'>): string | undefined {
  return path === page.path ? page.text : page.examples.find(({ quotes }) => quotes === path)?.source;
}
