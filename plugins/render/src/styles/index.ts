import { code } from './code.ts';
import { colours } from './colours.ts';
import { notes } from './notes.ts';
import { popover } from './popover.ts';
import { print } from './print.ts';
import { tables } from './tables.ts';
import { views } from './views.ts';

/**
 * The stylesheet of everything that this package renders. It needs no script; it follows the page's
 * `color-scheme`, and every colour is a custom property (`--esc-heap`, …) that a site can set.
 */
export const styles: string = [colours, code, notes, views, tables, popover, print].join('\n');
