import type { PageClaim } from '@escapement/facts';
import type { ContainerDirective } from 'mdast-util-directive';
import { claimSection, sentenceOf } from '../attach/claim.ts';
import { findValue } from './attribute.ts';
import { judgeClaim } from './claim.ts';
import { directiveSchemas } from './schema.ts';
import type { PageKnowledge } from './target.ts';
import { attributeTrouble, type Content, type Trouble } from './trouble.ts';

const SILENT: Trouble = {
  rule: 'directive-attribute',
  reason: 'Unexpected `claim` without a sentence',
  culprit: '',
};

/** What a `:::claim` becomes; its sentence stays also where the claim about it can't be judged. */
export function claimContent(
  node: ContainerDirective,
  { path, text }: { path: string; text: string },
  page: PageKnowledge,
): { content: Content; claim?: PageClaim; trouble?: Trouble } {
  const bare = node.children as Content;
  const written = node.attributes ?? {};
  const attributes = directiveSchemas.claim.safeParse(written);
  if (!attributes.success)
    return { content: bare, trouble: attributeTrouble('claim', attributes.error.issues, written) };
  if (bare.length === 0) return { content: bare, trouble: SILENT };
  const found = judgeClaim(page, attributes.data);
  const trouble = found.trouble && { trouble: found.trouble };
  if (!found.claim) return { content: bare, ...trouble };
  const { line, column } = findValue(node, text, 'id')?.start ??
    node.position?.start ?? { line: 1, column: 1 };
  const claim: PageClaim = { ...found.claim, page: path, line, column, sentence: sentenceOf(node) };
  return { content: [claimSection(claim, node.children)], claim, ...trouble };
}
