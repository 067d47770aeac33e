import { verdictWords, type Verdict } from '@escapement/facts';
import { noteId, renderVerdict } from '@escapement/render';
import type { PhrasingContent } from 'mdast';
import { drawnInline } from './figure.ts';

/** A verdict: its shape and its words. */
export function verdictCell(verdict: Verdict): PhrasingContent[] {
  return [drawnInline(renderVerdict(verdict), verdictWords[verdict])];
}

/** Words that lead to the note of a site, below the code of its example. */
export function siteLink(example: string, number: number, shown: PhrasingContent): PhrasingContent {
  const url = `#${noteId(example, 'n', number)}`;
  return { type: 'link', url, children: [shown], data: { hName: 'a' } };
}
