import { loadOptions, openSession, type Options, type OptionsInput, type Session } from '@escapement/remark';

/** Measuring takes seconds, at every save: timings wait for the next build. */
export function whileWriting(options: Options): Options {
  return options.timings === 'auto' ? { ...options, timings: 'keep' } : options;
}

/** What a server that runs has to tell of options that were saved. */
interface Renewed {
  /** Why they can't be read, or do not fit. */
  error?: string;
  /** Which of them wait for the next start. */
  waiting?: string;
}

/**
 * Reads the options of a project anew, and puts them into its session. Where they can't be read or do not fit,
 * every page with an example shows that, until they are mended.
 *
 * @param input what the site's configuration gives over the options file
 * @param started the options as they were when the server began
 */
export async function renewOptions(
  session: Session,
  input: OptionsInput,
  started: Options,
): Promise<Renewed> {
  const { root, base } = session;
  try {
    const options = await loadOptions(root, input);
    Object.assign(session, openSession(root, whileWriting(options), base));
    const changed = AT_START.filter(
      (name) => JSON.stringify(options[name]) !== JSON.stringify(started[name]),
    );
    return changed.length > 0 ? { waiting: waitingWords(changed) } : {};
  } catch (error) {
    session.capture = () => Promise.reject(error as Error);
    return { error: (error as Error).message };
  }
}

/** Options that Astro hears of when it starts, and never again: folders that Starlight styles, routes. */
const AT_START = ['content', 'publish'] as const;

function waitingWords(names: string[]): string {
  const [options, have] = names.length > 1 ? ['The options', 'have'] : ['The option', 'has'];
  const listed = names.map((name) => `\`${name}\``).join(' and ');
  return `${options} ${listed} ${have} changed. Start \`astro dev\` again for that to count everywhere.`;
}
