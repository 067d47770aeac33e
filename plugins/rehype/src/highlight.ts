import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  bundledLanguages,
  codeToTokens,
  type BundledLanguage,
  type BundledTheme,
  type ThemedToken,
  type ThemeRegistrationAny,
} from 'shiki';

/** A theme: one that comes with Shiki, or an object. */
export type ThemeInput = BundledTheme | ThemeRegistrationAny;

/** Code with the colours of two themes, which stand in custom properties such as `--shiki-light`. */
export interface Highlighted {
  /** Foreground and ground of the whole. */
  style: string;
  /** Gives the code of a line between two columns. */
  lines: ((start: number, end: number) => ElementContent[])[];
}

/** Highlights code; a language that Shiki does not know is plain text. Tabs stay tabs. */
export async function highlight(
  code: string,
  language: string,
  themes: Record<'light' | 'dark', ThemeInput>,
): Promise<Highlighted> {
  const lang = language in bundledLanguages ? (language as BundledLanguage) : 'text';
  const { tokens, fg, bg } = await codeToTokens(code, {
    lang,
    themes,
    defaultColor: false,
    // By default a line that takes long, on a busy machine, loses its colours.
    tokenizeTimeLimit: 0,
  });
  return {
    style: [fg, bg].join(';'),
    lines: tokens.map((line) => (start, end) => sliceTokens(line, start, end)),
  };
}

function sliceTokens(line: readonly ThemedToken[], start: number, end: number): ElementContent[] {
  let from = 0;
  return line.flatMap((token) => {
    const at = from;
    from += token.content.length;
    const text = token.content.slice(Math.max(0, start - at), Math.max(0, end - at));
    return text === '' ? [] : renderToken(text, token);
  });
}

/** Blanks need no colour. */
function renderToken(text: string, { htmlStyle }: ThemedToken): ElementContent {
  if (text.trim() === '' || !htmlStyle) return { type: 'text', value: text };
  const style = Object.entries(htmlStyle).map(([name, value]) => `${name}:${value}`);
  return h('span', { style: style.join(';') }, text);
}
