/** Throws where the command line has an option that the command does not know: citty lets them pass. */
export function expectOptions(rawArgs: string[], known: Record<string, unknown>): void {
  const words = rawArgs.slice(0, rawArgs.includes('--') ? rawArgs.indexOf('--') : undefined);
  for (const word of words) {
    const name = /^--?([^=]+)/.exec(word)?.[1];
    if (name !== undefined && !Object.hasOwn(known, name))
      throw new Error(
        `Unexpected option ${word}, expected one of ${Object.keys(known)
          .map((option) => `--${option}`)
          .join(', ')}`,
      );
  }
}
