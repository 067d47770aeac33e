import { noteId, type Verdict } from '@escapement/facts';
import type { PhrasingContent } from 'mdast';
import { verdictNode } from './drawing.ts';

/** A verdict: its shape and its words. */
export function verdictCell(verdict: Verdict): PhrasingContent[] {
  return [verdictNode(verdict)];
}

/** Words that lead to the note of a site, below the code of its example. */
export function siteLink(example: string, number: number, shown: PhrasingContent): PhrasingContent {
  const url = `#${noteId(example, 'n', number)}`;
  return { type: 'link', url, children: [shown], data: { hName: 'a' } };
}
