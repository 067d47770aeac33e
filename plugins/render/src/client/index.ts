import { offerCopy } from './copy.ts';
import { copyForPlayground } from './playground.ts';
import { openNotes } from './popover.ts';
import { nameExpressions } from './steps.ts';
import { rememberVersion } from './versions.ts';

/**
 * The script of everything that this package renders, a JavaScript module as text. All that it does is an
 * addition: without it the page says the same.
 */
export const script: string = [openNotes, nameExpressions, rememberVersion, copyForPlayground]
  .map(called)
  .join('\n');

/** The same for hosts whose code has no button to copy it: with one. */
export const scriptWithCopy: string = [called(offerCopy), script].join('\n');

/** A function's own text, called: types are gone by then, indents and comments are taken out. */
function called(run: () => void): string {
  const text = String(run)
    .replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/\s*\n\s*/g, '\n');
  return `(${text})();`;
}
