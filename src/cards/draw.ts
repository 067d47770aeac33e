import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';

/** What stands on the card that a link to a page is shown with. */
export interface Card {
  title: string;
  description: string;
  /** What the marks of the page come to, and how many are for the heap. */
  verdicts?: { words: string; heap: boolean };
  /** The toolchain in words. */
  checked?: string;
}

/** Draws a card: a PNG of 1200 × 630, in the colours and the type of the guide. */
export async function drawCard({ title, description, verdicts, checked }: Card): Promise<Buffer> {
  const heading = await text(title, 68, INK, 1040);
  const below = 190 + heading.height;
  const parts: OverlayOptions[] = [
    { input: frame(verdicts), left: 0, top: 0 },
    await at(text('Escapement', 34, INK), 136, 72),
    { input: heading.input, left: 80, top: 170 },
    // A long title leaves no room for more.
    ...(heading.height < 180 ? [await at(text(description, 30, GREY, 1000), 80, below)] : []),
    ...(verdicts ? [await at(text(verdicts.words, 28, toneOf(verdicts.heap)), 122, 542)] : []),
    ...(checked ? [await right(text(checked, 24, GREY), 1120, 545)] : []),
  ];
  return sharp({ create: { width: 1200, height: 630, channels: 3, background: PAPER } })
    .composite(parts)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

const PAPER = '#fdfcfa';
const INK = '#15171c';
const GREY = '#585e69';
const BRASS = '#b07d22';

const root = process.cwd();
const fontfile = createRequire(join(root, 'package.json')).resolve(
  '@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-600-normal.woff',
);

type Drawn = { input: Buffer; width: number; height: number };

/** Words in the heading font, broken into lines of at most `width` pixels. */
async function text(words: string, size: number, colour: string, width?: number): Promise<Drawn> {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const drawn = await sharp({
    text: {
      text: `<span foreground="${colour}">${safe}</span>`,
      font: `IBM Plex Serif SemiBold, ${size}`,
      fontfile,
      rgba: true,
      dpi: 72,
      ...(width && { width }),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: drawn.data, width: drawn.info.width, height: drawn.info.height };
}

async function at(drawn: Promise<Drawn>, left: number, top: number): Promise<OverlayOptions> {
  return { input: (await drawn).input, left, top };
}

async function right(drawn: Promise<Drawn>, edge: number, top: number): Promise<OverlayOptions> {
  const { input, width } = await drawn;
  return { input, left: edge - width, top };
}

function toneOf(heap: boolean): string {
  return heap ? '#b3261e' : '#14694c';
}

/** The rule, the logo, and the shape of the verdict: what is no text. */
function frame(verdicts: Card['verdicts']): Buffer {
  const logo = readFileSync(join(root, 'src/assets/logo.svg'), 'utf8').replace(
    '<svg ',
    '<svg x="76" y="62" ',
  );
  const shape = verdicts?.heap
    ? `<path d="M94 540l14 26H80z" fill="${toneOf(true)}"/>`
    : `<path d="M82 544h22v22H82z" fill="none" stroke="${toneOf(false)}" stroke-width="4"/>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><path d="M0 0h1200v10H0z" fill="${BRASS}"/>` +
      `<path d="M80 505h1040" stroke="#cfd0d2" stroke-width="2"/>${verdicts ? shape : ''}` +
      `${logo.replace(/width="24" height="24"/, 'width="48" height="48"')}</svg>`,
  );
}
