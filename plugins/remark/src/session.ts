import { openCapture, storeOf, type Capture } from '@escapement/capture';
import type { Variant } from '@escapement/facts';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Options } from './options.ts';
import type { ReadText } from './page/find.ts';
import { readGlossary, type Glossary } from './page/glossary.ts';

/** One project, with its options and its toolchain, for as long as a build or a dev server lives. */
export interface Session {
  root: string;
  options: Options;
  /** What stands in front of every address of the site: `/docs`; empty for a site of its own. */
  base: string;
  /**
   * The toolchain of the build, or another compiler or target. Opened at the first call; a failure is not
   * kept, so that a Go installed later is found.
   */
  capture(variant?: Variant): Promise<Capture>;
  /** Reads a file of the project by its path from the root. */
  read: ReadText;
  /** The terms of the project; parsed again only where their page has changed. */
  glossary(): Promise<Glossary>;
}

/**
 * Opens a project; nothing is run until a capture is asked for.
 *
 * @param own what is taken for the toolchain of the build, where it is not that of the machine
 */
export function openSession(root: string, options: Options, base = '', own: Variant = {}): Session {
  const opened = new Map<string, Promise<Capture>>();
  const store = storeOf(root, options.store);
  const read: ReadText = (path) => readFile(resolve(root, path), 'utf8').catch(() => undefined);
  let known: { text: string; terms: Promise<Glossary> } | undefined;
  return {
    root,
    options,
    base,
    capture(variant) {
      const wanted = { ...own, ...variant };
      const name = JSON.stringify(wanted);
      const other = Object.keys(wanted).length > 0 ? wanted : undefined;
      const capture = opened.get(name) ?? openCapture(root, options, other, store);
      opened.set(name, capture);
      capture.catch(() => opened.delete(name));
      return capture;
    },
    read,
    async glossary() {
      const text = (await read(options.glossary)) ?? '';
      if (known?.text !== text) known = { text, terms: readGlossary(options, text, base) };
      return known.terms;
    },
  };
}
