/**
 * Runs a command and sets the exit status to what it returns: 0 when all is well, 1 with problems. What
 * it throws goes to stderr, with status 2: the command could not run.
 */
export async function withStatus(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

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
