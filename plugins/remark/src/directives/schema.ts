import { claimVerdicts } from '@escapement/facts';
import { z } from 'zod';

const of = z.string().min(1).describe('Ids of examples, or names of benchmarks, separated by spaces.');

/** Attributes of each directive that the plugin knows. */
export const directiveSchemas = {
  bench: z.strictObject({
    of,
    chart: z
      .enum(['', 'yes', 'no'], 'expected `chart`, `chart=yes` or `chart=no`')
      .optional()
      .describe('Whether to draw the times; without it, where there are more than two rows.'),
  }),
  escapes: z.strictObject({ of: of.describe('Id of an example.') }),
  profile: z.strictObject({
    of: of.describe('Id of an example with `bench`, or with `run show=profile`; or name of a benchmark.'),
  }),
  output: z.strictObject({ of: of.describe('Id of an example with `run`.') }),
  versions: z.strictObject({ of: of.describe('Id of an example with `go=` or `goarch=`.') }),
  claim: z.strictObject({
    id: z
      .string('expected an id, written `#C10`')
      .regex(/^[A-Za-z][\w-]*$/, 'expected a letter, then letters, digits, `-` and `_`')
      .describe('Id of the claim, unique on the site, written `#C10`.'),
    of: of.describe('Ids of the examples that the claim is tried on.'),
    expect: z.string().describe('What the sentence asserts: `limit is heap`, `allocs/op == 0`.'),
    verdict: z
      .enum(claimVerdicts, `expected ${claimVerdicts.map((word) => `\`${word}\``).join(', ')}`)
      .default('confirmed')
      .describe('What the page teaches of it.'),
  }),
  compare: z.strictObject({
    of: two('the ids of two different examples').describe('Ids of two examples: before and after.'),
    bench: two('the names of two different benchmarks')
      .optional()
      .describe(
        'Names of two benchmarks to compare. Without it, those that have one name in both examples, or the only one of each.',
      ),
  }),
  fact: z.strictObject({
    of: of.describe('Id of an example, or name of a benchmark.'),
    func: z.string().optional().describe('For `cost` and `frame`: the function that is meant.'),
    as: z.enum(['number'], 'expected `as=number`').optional().describe('`number` leaves out the unit.'),
    value: z
      .string()
      .optional()
      .describe('What the page shows, for those who read the Markdown itself. `check --fix` writes it.'),
  }),
  term: z.strictObject({
    of: z.string().min(1).optional().describe('The term, where the sentence has another form of it.'),
  }),
};

/** Name of a directive of ours. */
export type DirectiveName = keyof typeof directiveSchemas;

/** The attributes of a directive, as its schema reads them. */
export type Attributes<Name extends DirectiveName> = z.output<(typeof directiveSchemas)[Name]>;

/** True for a directive that is ours; others belong to the host (asides, for instance). */
export function isOurs(name: string): name is DirectiveName {
  return Object.hasOwn(directiveSchemas, name);
}

/** Two different words. */
function two(what: string) {
  return z.string().refine(
    (text) => {
      const words = wordsOf(text);
      return words.length === 2 && words[0] !== words[1];
    },
    { error: `expected ${what}, separated by a space` },
  );
}

/** Names separated by spaces. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
