/** Throws where the command line has an option that the command does not know: citty lets them pass. */
export function expectOptions(rawArgs: string[], known: Record<string, { type: string }>): void {
  let value = false;
  for (const word of rawArgs) {
    if (word === '--') return;
    const [, name, equals] = /^--?([^=]+)(=)?/.exec(word) ?? [];
    // The word behind `--gcflags` is its value, whatever it looks like.
    if (value || name === undefined) {
      value = false;
      continue;
    }
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).map((option) => `--${option}`);
      throw new Error(`Unexpected option ${word}, expected one of ${names.join(', ')}`);
    }
    value = equals === undefined && known[name]!.type === 'string';
  }
}
