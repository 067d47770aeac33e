import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawCard, type Card } from './draw.ts';

/** A card from the last build, or drawn now: drawing takes longer than all else about a page. */
export async function keptCard(card: Card): Promise<Buffer> {
  const folder = join(process.cwd(), '.escapement', 'cards');
  const file = join(folder, `${hash('sha256', JSON.stringify([LOOK, card])).slice(0, 24)}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  const drawn = await drawCard(card);
  await mkdir(folder, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, drawn);
  await rename(temporary, file);
  return drawn;
}

/** Rises when cards are drawn otherwise. */
const LOOK = 3;
