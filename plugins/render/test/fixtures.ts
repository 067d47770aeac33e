import { readFileSync, readdirSync } from 'node:fs';
import type { BlockFacts } from '@escapement/facts';

/** A block as the remark plugin leaves it, with the code that it is about. */
export interface Fixture {
  name: string;
  code: string;
  block: BlockFacts;
}

/** Every pair of `NAME.go` and `NAME.json` in `fixtures/`: dropping one in makes a test. */
export function fixtures(): Fixture[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => fixture(file.slice(0, -'.json'.length)));
}

/** The fixture with this name. */
export function fixture(name: string): Fixture {
  const read = (extension: string): string => readFileSync(new URL(`${name}.${extension}`, folder), 'utf8');
  return { name, code: read('go'), block: JSON.parse(read('json')) as BlockFacts };
}

const folder = new URL('./fixtures/', import.meta.url);
