import { storeOf } from '@escapement/capture';
import type { Options } from './options.ts';

/**
 * Removes from a project's store all entries, or those that were last used before a time, and says what
 * is gone. Throws where a time is given and the store keeps none.
 */
export function cleanStore(
  root: string,
  { store }: Options,
  before?: Date,
): Promise<{ entries: number; bytes: number }> {
  return storeOf(root, store).clear(before);
}
