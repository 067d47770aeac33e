import { loadOptions, openSession, type Options, type OptionsInput, type Session } from '@escapement/remark';

/** Measuring takes seconds, at every save: timings wait for the next build. */
export function whileWriting(options: Options): Options {
  return options.timings === 'auto' ? { ...options, timings: 'keep' } : options;
}

/**
 * Reads the options of a project anew, and puts them into its session. Where they can't be read or do not fit,
 * every page with an example shows that, until they are mended.
 *
 * @param input what the site's configuration gives over the options file
 * @returns the error, where there is one
 */
export async function renewOptions(session: Session, input: OptionsInput): Promise<Error | undefined> {
  const { root, base } = session;
  try {
    Object.assign(session, openSession(root, whileWriting(await loadOptions(root, input)), base));
    return undefined;
  } catch (error) {
    session.capture = () => Promise.reject(error as Error);
    return error as Error;
  }
}
