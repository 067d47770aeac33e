import { create } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A line of words as outlines, so that it looks the same on a machine without the font. */
export interface Outlined {
  /** SVG path data: the baseline begins at 0, 0. */
  path: string;
  /** In pixels. */
  width: number;
}

/** Words in the heading font, `size` pixels high, on one line. */
export function outline(words: string, size: number): Outlined {
  const scale = size / font.unitsPerEm;
  let x = 0;
  const parts = [...words].map((letter) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0)!);
    const path = glyph.path.transform(scale, 0, 0, -scale, x, 0).toSVG();
    x += glyph.advanceWidth * scale;
    return path;
  });
  return { path: parts.join(''), width: x };
}

/** Breaks words into lines of at most `width` pixels, where there are spaces. */
export function breakLines(words: string, size: number, width: number): Outlined[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && outline(longer, size).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => outline(line, size));
}

const font = openFont('@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-600-normal.woff');

function openFont(name: string) {
  const file = createRequire(join(process.cwd(), 'package.json')).resolve(name);
  const opened = create(readFileSync(file));
  if (!('glyphForCodePoint' in opened)) throw new Error(`Unexpected collection of fonts: ${file}`);
  return opened;
}
