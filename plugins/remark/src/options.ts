import { parseBudgets } from '@escapement/facts';
import { captureOptions } from '@escapement/capture';
import { posix } from 'node:path';
import { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';

/** The options of a site, with their defaults: types, checks and the reference page come from here. */
export const optionsSchema = captureOptions.extend({
  content: z
    .array(z.string().overwrite(plainFolder))
    .superRefine((folders, context) => {
      for (const [at, folder] of folders.entries()) {
        const outer = folders.find((other, nth) => nth !== at && isWithin(folder, other));
        if (outer !== undefined)
          context.addIssue({ code: 'custom', path: [at], message: `\`${folder}\` is within \`${outer}\`` });
      }
    })
    .default(['content'])
    .describe(
      'Folders with pages, from the root of the project. Every `.md` and `.mdx` in them is verified. A dev server that runs has to be started again after a change.',
    ),
  addresses: z
    .record(z.string().overwrite(plainFolder), z.string())
    .default({})
    .describe(
      'Where on the site the pages of a content folder stand, when that is not its root: `{ blog: "/blog/" }`.',
    ),
  otherPages: z
    .array(z.string())
    .default([])
    .describe(
      'Addresses at which pages or redirects stand that are in no content folder, nor in `src/pages`: what is below one counts as well. Links to them are not checked; `["/"]` leaves all addresses alone.',
    ),
  maxPageBytes: z
    .int()
    .positive()
    .default(1 << 20)
    .describe('Limit of the size of one page, in bytes.'),
  budgets: z
    .array(
      z.string().superRefine((text, context) => {
        const read = parseBudgets(text);
        if (!Array.isArray(read))
          context.addIssue({
            code: 'custom',
            message: `${read.reason}, expected ${read.expected.join(', ')}`,
          });
      }),
    )
    .default([])
    .describe(
      'Limits for every example, such as `allocs/op <= 2` or `warn: frame <= 512`; pages and fences can add their own.',
    ),
  docs: z
    .string()
    .default('/reference/rules/')
    .describe(
      'Address of the page that explains the rules; `#rule-id` is put behind it in messages. Empty where there is none.',
    ),
  glossary: z
    .string()
    .default('content/reference/glossary.md')
    .describe(
      'The page that explains the terms of `:term[…]`, from the root of the project: a heading for each, a paragraph below it.',
    ),
  links: z
    .boolean()
    .default(true)
    .describe(
      'Links below a block to Compiler Explorer and the Go Playground, where its program needs nothing but itself and the standard library. Nothing is sent there before a reader follows one.',
    ),
  publish: z
    .boolean()
    .default(true)
    .describe(
      'Publish what is known of the examples for programs: `facts.json` for the site and for each page, `claims.json`, `llms.txt`, `llms-full.txt` and the schemas. A dev server that runs has to be started again after a change.',
    ),
});

/** A folder without `./` and a slash at its end. */
function plainFolder(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}

/** Whether a folder or a file is another folder or in it; both as paths from the root. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === '.' || path.startsWith(`${folder}/`);
}

/** Options as they are after defaults. */
export type Options = z.infer<typeof optionsSchema>;

/** Options as an author writes them. */
export type OptionsInput = z.input<typeof optionsSchema>;

/**
 * Fills in defaults.
 *
 * @throws an Error with `rule: 'options'` that lists everything that does not fit.
 */
export function readOptions(input: unknown): Options {
  const parsed = optionsSchema.strict().safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.flatMap((issue) => optionLines(issue));
  throw Object.assign(new Error(`Unexpected options of Escapement:\n${lines.join('\n')}`), {
    rule: 'options',
  });
}

function optionLines(issue: z.core.$ZodIssue): string[] {
  const name = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [`  ${name || 'options'}: ${issue.message}`];
  const known = keysAt(issue.path);
  return issue.keys.map((key) => {
    const full = [...issue.path, key].join('.');
    return `  ${full}: there is no such option${didYouMean(key, known)}`;
  });
}

/** The names of the options in a group of them. */
function keysAt(path: PropertyKey[]): string[] {
  let group: unknown = optionsSchema;
  for (const name of path) group = unwrapped((group as z.ZodObject).shape?.[String(name)]);
  return Object.keys((group as z.ZodObject | undefined)?.shape ?? {});
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap())
    : schema;
}
