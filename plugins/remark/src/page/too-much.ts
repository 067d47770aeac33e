import type { Problem } from '@escapement/facts';
import { createContext, Script } from 'node:vm';

/** Says that a page is larger than the limit; undefined where it is not. */
export function tooLarge(path: string, text: string, maxPageBytes: number): Problem | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxPageBytes) return undefined;
  return {
    rule: 'page-size',
    path,
    start: { line: 1, column: 1 },
    reason: `Unexpected size of the page: ${bytes} bytes, expected at most ${maxPageBytes}`,
    note: 'Split the page. The limit is `maxPageBytes` in the options.',
  };
}

/**
 * Reads a page by `parse`, or says that it can't be read in reasonable time or depth. There are many
 * ways to make a Markdown parser slow with little text (`> > > …`, `[[[…]]]`, `*a *a …`), and each has its
 * own bend of the curve, so that the clock decides: it interrupts the parser wherever it is. Winding it up takes
 * longer than most pages do, so the few marks of a usual page go without.
 */
export function parseWithin<T>(path: string, text: string, parse: () => T, timeout = TIME): T | Problem {
  try {
    if (marksOf(text) <= HARMLESS) return parse();
    place.work = parse;
    return call.runInContext(place, { timeout }) as T;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT' && !(error instanceof RangeError)) throw error;
    return {
      rule: 'page-nesting',
      path,
      start: { line: densestLine(text), column: 1 },
      reason: 'Unexpected nesting: the page cannot be parsed',
      note: 'This line has the most quote, list, bracket and emphasis marks of the page: see whether it means them.',
    };
  }
}

/** Milliseconds. A page of a million bytes, as people write them, takes about one second, and many on a busy machine. */
const TIME = 30_000;

/** Of so many marks no text takes the parser more than some seconds: the worst that we know is `- - - …`. */
const HARMLESS = 2_000;

const place = createContext({}) as { work?: () => unknown };
const call = new Script('work()');

/** The line with the most characters that Markdown nests by; 1-based. */
function densestLine(text: string): number {
  const counts = text.split('\n').map(marksOf);
  return counts.reduce((best, count, at) => (count > counts[best]! ? at : best), 0) + 1;
}

/** How many characters of a text may open or close something in Markdown. */
function marksOf(text: string): number {
  return text.match(/[>[\]*_~`:<{+-]/g)?.length ?? 0;
}
