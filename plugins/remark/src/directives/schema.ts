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
