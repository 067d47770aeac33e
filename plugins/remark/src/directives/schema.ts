import { claimVerdicts } from '@escapement/facts';
import { z } from 'zod';

const of = z.string().min(1).describe('Ids of examples, or names of benchmarks, separated by spaces.');

/** Attributes of each directive that the plugin knows. */
export const directiveSchemas = {
  bench: z.strictObject({ of }),
  escapes: z.strictObject({ of: of.describe('Id of an example.') }),
  profile: z.strictObject({
    of: of.describe('Id of an example with `bench`, or with `run show=profile`; or name of a benchmark.'),
  }),
  versions: z.strictObject({ of: of.describe('Id of an example with `go=` or `goarch=`.') }),
  claim: z.strictObject({
    id: z
      .string('expected an id, written `#C10`')
      .regex(/^[A-Za-z][\w-]*$/, 'expected a letter, then letters, digits, `-` and `_`')
      .describe('Id of the claim, unique on the site, written `#C10`.'),
    of: of.describe('Ids of the examples that the claim is tried on.'),
    expect: z.string().describe('What the sentence asserts: `limit is heap`, `allocs/op == 0`.'),
    verdict: z.enum(claimVerdicts).default('confirmed').describe('What the page teaches of it.'),
  }),
  fact: z.strictObject({
    of: of.describe('Id of an example, or name of a benchmark.'),
    func: z.string().optional().describe('For `cost` and `frame`: the function that is meant.'),
    as: z.enum(['number']).optional().describe('`number` leaves out the unit.'),
  }),
};

/** Name of a directive of ours. */
export type DirectiveName = keyof typeof directiveSchemas;

/** True for a directive that is ours; others belong to the host (asides, for instance). */
export function isOurs(name: string): name is DirectiveName {
  return Object.hasOwn(directiveSchemas, name);
}
