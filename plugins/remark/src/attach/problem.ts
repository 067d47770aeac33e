import type { Problem } from '@escapement/facts';
import type { Paragraph, PhrasingContent } from 'mdast';

/** A problem in place of what it is about, for a page that is being written. */
export function problemNode(problem: Problem, inline: false): Paragraph;
export function problemNode(problem: Problem, inline: boolean): Paragraph | PhrasingContent;
export function problemNode(problem: Problem, inline: boolean): Paragraph | PhrasingContent {
  const { path, start, reason, rule } = problem;
  const children: PhrasingContent[] = [
    { type: 'strong', children: [{ type: 'text', value: `${path}:${start.line}:${start.column}` }] },
    { type: 'text', value: ` ${reason} (${rule})` },
  ];
  const hProperties = { className: ['escapement-problem'], role: 'alert' };
  return inline
    ? { type: 'emphasis', children, data: { hName: 'span', hProperties } }
    : { type: 'paragraph', children, data: { hProperties } };
}
