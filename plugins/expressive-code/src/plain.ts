import {
  isInlineStyleAnnotation,
  type ExpressiveCodeBlock,
  type InlineStyleAnnotation,
  type StyleVariant,
} from '@expressive-code/core';

/**
 * Takes away the styles that change nothing: the colour that the code has anyhow, and that of blanks. They are
 * half of what the highlighter finds, and each would be an element of the page. A style stays where another
 * theme has one that shows, as the two share an element.
 */
export function removePlainStyles(block: ExpressiveCodeBlock, variants: StyleVariant[]): void {
  const own = variants.map(({ resolvedStyleSettings }) => resolvedStyleSettings.get('codeForeground'));
  for (const line of block.getLines()) {
    const styles = line.getAnnotations().filter(isInlineStyleAnnotation);
    const shown = styles.filter((style) => !isPlain(style, line.text, own)).map(rangeOf);
    for (const style of styles) {
      const [from, to] = rangeOf(style);
      if (!shown.some(([start, end]) => start < to && from < end)) line.deleteAnnotation(style);
    }
  }
}

function isPlain(style: InlineStyleAnnotation, text: string, own: (string | undefined)[]): boolean {
  const { color, bgColor, italic, bold, underline, strikethrough, styleVariantIndex = -1 } = style;
  if (bgColor || underline || strikethrough) return false;
  if (text.slice(...rangeOf(style)).trim() === '') return true;
  return !italic && !bold && color?.toLowerCase() === own[styleVariantIndex]?.toLowerCase();
}

/** A style without a range, which no highlighter makes, is of the whole line. */
function rangeOf({ inlineRange }: InlineStyleAnnotation): [start: number, end: number] {
  return [inlineRange?.columnStart ?? 0, inlineRange?.columnEnd ?? Infinity];
}
