import type { BlockContent, Paragraph, PhrasingContent, Text } from 'mdast';

type Properties = Record<string, string | number | boolean | string[]>;

/** Blocks in an HTML element of this name; plain Markdown shows them as a quotation. */
export function box(hName: string, hProperties: Properties, children: BlockContent[]): BlockContent {
  return { type: 'blockquote', children, data: { hName, hProperties } };
}

/**
 * A table with its caption, and all that belongs to it. It has an id, for numbers in sentences lead to
 * the table that they come from.
 */
export function figure(id: string, caption: PhrasingContent[], children: BlockContent[]): BlockContent {
  return box('figure', { id, className: ['esc-figure'] }, [
    words('figcaption', { className: ['esc-caption'] }, caption),
    ...children,
  ]);
}

/** A line of text in an HTML element of this name. */
export function words(hName: string, hProperties: Properties, children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children, data: { hName, hProperties } };
}

/** `a`, `a and b`, `a, b and c`, each as code. */
export function listOf(names: string[]): PhrasingContent[] {
  return names.flatMap((name, at): PhrasingContent[] => {
    const before = at === 0 ? '' : at === names.length - 1 ? ' and ' : ', ';
    return [
      ...(before ? [{ type: 'text', value: before } as const] : []),
      { type: 'inlineCode', value: name },
    ];
  });
}

/** Plain words. */
export function text(value: string): Text {
  return { type: 'text', value };
}
