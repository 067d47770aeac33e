import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { breakLines, outline, type Outlined } from './type.ts';

/** What stands on the card that a link to a page is shown with. */
export interface Card {
  title: string;
  description: string;
  /** What the marks of the page come to, and whether one is for the heap. */
  verdicts?: { words: string; heap: boolean };
  /** The toolchain in words. */
  checked?: string;
}

/** Draws a card: a PNG of 1200 × 630, in the colours and the type of the guide. */
export function drawCard(card: Card): Promise<Buffer> {
  return sharp(Buffer.from(cardSvg(card)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

const PAPER = '#fdfcfa';
const INK = '#15171c';
const GREY = '#585e69';
const BRASS = '#b07d22';
const HEAP = '#b3261e';
const STACK = '#14694c';

function cardSvg({ title, description, verdicts, checked }: Card): string {
  const heading = breakLines(title, 68, 1040).slice(0, 3);
  // A long title leaves no room for more.
  const words = heading.length < 3 ? breakLines(description, 30, 1000).slice(0, 3) : [];
  const below = 232 + heading.length * 78;
  const right = checked ? outline(checked, 24) : undefined;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">',
    `<path fill="${PAPER}" d="M0 0h1200v630H0z"/><path fill="${BRASS}" d="M0 0h1200v10H0z"/>`,
    logo(),
    at(outline('Escapement', 34), 140, 98, INK),
    ...heading.map((line, number) => at(line, 78, 226 + number * 78, INK)),
    ...words.map((line, number) => at(line, 80, below + number * 42, GREY)),
    '<path d="M80 505h1040" stroke="#cfd0d2" stroke-width="2"/>',
    verdicts ? mark(verdicts) : '',
    right ? at(right, 1120 - right.width, 566, GREY) : '',
    '</svg>',
  ].join('');
}

function at({ path }: Outlined, x: number, y: number, colour: string): string {
  return `<path fill="${colour}" transform="translate(${x} ${y})" d="${path}"/>`;
}

/** The shape of a verdict, as it stands beside a line of code, and how many there are. */
function mark({ words, heap }: NonNullable<Card['verdicts']>): string {
  const shape = heap
    ? `<path d="M94 540l14 26H80z" fill="${HEAP}"/>`
    : `<path d="M82 543h22v22H82z" fill="none" stroke="${STACK}" stroke-width="4"/>`;
  return shape + at(outline(words, 28), 124, 566, heap ? HEAP : STACK);
}

function logo(): string {
  const svg = readFileSync(join(process.cwd(), 'src/assets/logo.svg'), 'utf8');
  return svg
    .replace('<svg ', '<svg x="76" y="60" ')
    .replace('width="24" height="24"', 'width="48" height="48"');
}
