import type { PageClaim } from '@escapement/facts';
import type { BlockContent, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';

/**
 * A claim as the reader sees it: the sentence, the verdict in a word, and what each example said. The
 * whole is a section that others can link to by the claim's id.
 */
export function claimSection(claim: PageClaim, children: ContainerDirective['children']): BlockContent {
  const hProperties = {
    id: claim.id,
    className: ['escapement-claim'],
    dataVerdict: claim.verdict,
    ariaLabel: `Claim ${claim.id}: ${claim.verdict}`,
  };
  return {
    type: 'blockquote',
    children: [head(claim), ...(children as BlockContent[]), evidence(claim)],
    data: { hName: 'section', hProperties },
  };
}

/** The text of a claim, in one line. */
export function sentenceOf(node: Nodes): string {
  return toString(node).replaceAll(/\s+/g, ' ').trim();
}

function head({ id, verdict }: PageClaim): Paragraph {
  const link: PhrasingContent = { type: 'link', url: `#${id}`, children: [{ type: 'text', value: id }] };
  const word: PhrasingContent = {
    type: 'strong',
    children: [{ type: 'text', value: verdict }],
    data: { hProperties: { className: ['escapement-verdict'] } },
  };
  return paragraph('escapement-claim-head', [link, { type: 'text', value: ' ' }, word]);
}

function evidence({ evidence: all, condition, expect }: PageClaim): BlockContent {
  const asked: PhrasingContent[] = [
    { type: 'text', value: 'Checked: ' },
    { type: 'inlineCode', value: expect },
    { type: 'text', value: condition ? `. ${condition}` : '.' },
  ];
  const items = all.map(({ example, toolchain, found, holds }): BlockContent => {
    const link: PhrasingContent = {
      type: 'link',
      url: `#${example}-notes`,
      children: [{ type: 'text', value: example }],
    };
    const told = `${holds ? 'yes' : 'no'}, ${found.join('; ')} (${toolchain})`;
    return paragraph('escapement-claim-trial', [link, { type: 'text', value: `: ${told}` }]);
  });
  return {
    type: 'blockquote',
    children: [paragraph('escapement-claim-asked', asked), ...items],
    data: { hName: 'div', hProperties: { className: ['escapement-claim-evidence'] } },
  };
}

function paragraph(className: string, children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children, data: { hProperties: { className: [className] } } };
}
