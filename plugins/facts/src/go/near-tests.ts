import { declaredFunctions } from './functions.ts';

/** A function that looks like a test or a benchmark, and is none to `go test`. */
export interface NearTest {
  /** As it is declared. */
  name: string;
  /** What to call it; the same where the name is right and the file's is not. */
  right: string;
  /** Set for an `Example…`, which is a test where a comment says what it prints. */
  output?: true;
}

/**
 * Finds the functions of a file that were probably meant as tests or benchmarks. What makes one is its
 * name: the word, and behind it no lower-case letter (go help testfunc). A wrong parameter is no near miss:
 * the go command refuses to build that.
 */
export function nearTests(source: string, word: 'Test' | 'Benchmark'): NearTest[] {
  return declaredFunctions(source).flatMap(({ name }): NearTest[] => {
    if (word === 'Test' && /^Example(?!\p{Ll})/u.test(name)) return [{ name, right: name, output: true }];
    const rest = new RegExp(`^(?:${SPELLINGS[word]})_?(.*)$`, 'u').exec(name)?.[1];
    if (rest === undefined) return [];
    const right = new RegExp(`^${word}(?!\\p{Ll})`, 'u').test(name);
    return [{ name, right: right ? name : word + rest.slice(0, 1).toUpperCase() + rest.slice(1) }];
  });
}

const SPELLINGS = {
  Test: '[Tt](?:est|EST)(?:s(?![a-z]))?',
  Benchmark: '[Bb](?:ench|ENCH)(?:(?:mark|MARK)(?:s(?![a-z]))?)?',
};
