import type { ElementContent } from 'hast';
import type { Link } from 'mdast';
import type { Term } from '../page/glossary.ts';

/**
 * A word with its explanation: in HTML a button that opens it in place, without script, and that the
 * keyboard, a touch and Escape know; in plain Markdown a link to the glossary.
 *
 * @param id is unique on the page
 */
export function termNode(words: string, { name, text, address }: Term, id: string): Link {
  const link: ElementContent = element('a', { href: address }, 'Glossary');
  const explanation = [element('strong', {}, name), textNode(` ${text} `), link];
  return {
    type: 'link',
    url: address,
    children: [{ type: 'text', value: words }],
    data: {
      hName: 'span',
      hProperties: { className: ['escapement-term'], href: undefined, title: undefined },
      hChildren: [
        element('button', { type: 'button', popoverTarget: id }, words),
        element('span', { id, popover: '', role: 'note', 'data-pagefind-ignore': '' }, ...explanation),
      ],
    },
  };
}

function element(
  tagName: string,
  properties: Record<string, string>,
  ...children: (string | ElementContent)[]
): ElementContent {
  const content = children.map((child) => (typeof child === 'string' ? textNode(child) : child));
  return { type: 'element', tagName, properties, children: content };
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
