/** A word as it is typed in a POSIX shell: in quotes only where it has to be (IEEE Std 1003.1, 2.2 "Quoting"). */
export function shellWord(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * Compiler flags as one word of a go command, to type in a shell. The go command splits its value at spaces, but
 * for what stands in quotes (cmd/internal/quoted); a flag with spaces and both kinds of quotes can't be told so.
 */
export function gcflagsWord(flags: string[]): string {
  const words = flags.map((flag) => (/[\s'"]/.test(flag) ? goQuoted(flag) : flag));
  return `-gcflags=${shellWord(words.join(' '))}`;
}

function goQuoted(flag: string): string {
  return flag.includes("'") ? `"${flag}"` : `'${flag}'`;
}
