import type { BlockFacts } from '@escapement/facts';
import type { Properties } from 'hast';

/**
 * The attributes of the element that holds a block's code and its notes. The number of rows is an estimate of
 * its height, for browsers that put off what is not in sight (`styles/distant.ts`).
 *
 * @param lines how many lines of code it shows
 */
export function blockAttributes({ id, sites }: Pick<BlockFacts, 'id' | 'sites'>, lines: number): Properties {
  const rows = lines + ROWS_OF_BAR + ROWS_OF_NOTE * sites.length;
  return { id: `${id}-code`, className: ['esc-block'], style: `--esc-rows:${rows}` };
}

const ROWS_OF_BAR = 3;
const ROWS_OF_NOTE = 3;
