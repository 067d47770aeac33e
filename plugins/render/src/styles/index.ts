import { charts } from './charts.ts';
import { claims } from './claims.ts';
import { code } from './code.ts';
import { colours } from './colours.ts';
import { diff } from './diff.ts';
import { distant } from './distant.ts';
import { fact } from './fact.ts';
import { figures } from './figures.ts';
import { notes } from './notes.ts';
import { parts } from './parts.ts';
import { popover } from './popover.ts';
import { print } from './print.ts';
import { sentences } from './sentences.ts';
import { tables } from './tables.ts';
import { terms } from './terms.ts';
import { versions } from './versions.ts';
import { views } from './views.ts';

/** What blocks of code need, for a host that keeps their styles apart from those of the page. */
export const blockStyles: string = [
  colours,
  code,
  parts,
  notes,
  views,
  versions,
  tables,
  popover,
  print,
].join('\n');

const page = [distant, figures, charts, diff, claims, terms, sentences, fact].join('\n');

/** What stands on a page outside of blocks: tables, charts, claims, terms, numbers. */
export const pageStyles: string = [colours, page].join('\n');

/**
 * The stylesheet of everything that this package and the remark plugin put on a page. It needs no script; it
 * follows the page's `color-scheme`, and every colour is a custom property (`--esc-heap`, …) that a site can set.
 */
export const styles: string = [blockStyles, page].join('\n');
