import { charts } from './charts.ts';
import { code } from './code.ts';
import { colours } from './colours.ts';
import { diff } from './diff.ts';
import { fact } from './fact.ts';
import { figures } from './figures.ts';
import { notes } from './notes.ts';
import { popover } from './popover.ts';
import { print } from './print.ts';
import { tables } from './tables.ts';
import { versions } from './versions.ts';
import { views } from './views.ts';

/** What blocks of code need, for a host that keeps their styles apart from those of the page. */
export const blockStyles: string = [colours, code, notes, views, versions, tables, popover, print].join('\n');

/** What tables, charts and numbers outside of blocks need. */
export const pageStyles: string = [colours, figures, charts, diff, fact].join('\n');

/**
 * The stylesheet of everything that this package renders. It needs no script; it follows the page's
 * `color-scheme`, and every colour is a custom property (`--esc-heap`, …) that a site can set.
 */
export const styles: string = [blockStyles, figures, charts, diff, fact].join('\n');
