import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOptions, type Options, type OptionsInput } from './options.ts';

/**
 * The options of a project: those of `escapement.config.mjs` at its root, where there is one, and over
 * them the ones given. The site, the command line and the editor so agree without repeating them.
 *
 * @throws an Error with `rule: 'options'` when the file can't be loaded or something does not fit.
 */
export async function loadOptions(root: string, given: OptionsInput = {}): Promise<Options> {
  const file = resolve(root, 'escapement.config.mjs');
  const saved = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const module = saved === undefined ? {} : await load(file, saved);
  return readOptions({ ...module.default, ...given });
}

/** Node loads a module once: the time of its last change makes it another one. */
async function load(file: string, saved: number): Promise<{ default?: OptionsInput }> {
  try {
    return (await import(`${pathToFileURL(file).href}?saved=${saved}`)) as { default?: OptionsInput };
  } catch (error) {
    const reason = `Unexpected error while loading ${file}: ${(error as Error).message}`;
    throw Object.assign(new Error(reason, { cause: error }), { rule: 'options' });
  }
}
