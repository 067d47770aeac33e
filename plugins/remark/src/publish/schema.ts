import { claimVerdicts, claimWords, reasonWords, verdictWords } from '@escapement/facts';
import { z } from 'zod';

/*
 * What a site publishes for machines. These schemas are the interface: their version rises when a field
 * is removed or changes its meaning, and not when one is added.
 */

const verdict = z.enum(keysOf(verdictWords)).describe('Where the value of an allocation site lives.');
const line = z.int().min(1);
const column = z.int().min(0);

const toolchain = z
  .object({ version: z.string().describe('As `go version` names it.'), goos: z.string(), goarch: z.string() })
  .describe('The Go that was used.');

const machine = z.object({ cpu: z.string(), cores: z.int(), goos: z.string(), goarch: z.string() });

const site = z.object({
  number: z.int().describe('Number of its note, counted from 1 in reading order.'),
  line: line.describe('Line of the shown code.'),
  start: column.describe('0-based column, in UTF-16 units.'),
  end: column.describe('The column behind it.'),
  subject: z.string().describe('The expression or variable, as the compiler names it.'),
  verdict,
  reason: z.enum(keysOf(reasonWords)).optional().describe('Why it escapes; absent where it does not.'),
  sentence: z.string(),
  steps: z.array(z.string()).describe("The compiler's flow chain, step by step, in words."),
  messages: z.array(z.string()).describe("The compiler's own messages about the site."),
  calls: z.array(z.string()).optional().describe('Allocators that the code calls; absent where not known.'),
  runs: z
    .array(z.string())
    .optional()
    .describe('What runs allocated on its line; absent where none is known.'),
});

const func = z
  .object({
    name: z.string().describe('As the linker and the inliner name it.'),
    frame: z.int().optional().describe('Bytes of one call on the stack; absent where no code is known.'),
    cost: z.int().optional().describe('What inlining it costs; absent where it cannot be inlined.'),
    notInlined: z.string().optional().describe('Why it cannot be inlined, as the compiler says.'),
  })
  .describe('A function that the code declares.');

const error = z.object({ line: line.optional(), message: z.string() });

const output = z.object({ exit: z.int(), stdout: z.string(), stderr: z.string() });

const benchmark = z.object({
  name: z.string(),
  bytesPerOp: z.number().optional().describe('B/op, counted at this build.'),
  allocsPerOp: z.number().optional().describe('allocs/op, counted at this build.'),
  time: z
    .object({
      nsPerOp: z.number().describe('Median, in nanoseconds.'),
      low: z.number().optional().describe('Lower end of the 95 % interval, in nanoseconds.'),
      high: z.number().optional(),
      samples: z.int(),
      values: z.array(z.number()).optional().describe('All samples, in nanoseconds.'),
      measured: z.string().describe('ISO 8601 date and time of the first sample.'),
      toolchain,
      machine,
    })
    .optional()
    .describe('Absent where no timings are committed.'),
});

const variant = z.object({
  go: z.string().optional(),
  goarch: z.string().optional(),
  toolchain: toolchain.optional(),
  sites: z.array(site.pick({ line: true, start: true, end: true, subject: true, verdict: true })),
});

const example = z.object({
  id: z.string(),
  path: z.string().describe('File of the code, from the root of the project: the page, or what it quotes.'),
  line: line.describe('Its first line there.'),
  title: z.string().optional(),
  status: z.enum(['verified', 'fails', 'broken']).describe('`fails`: must not compile, and does not.'),
  toolchain,
  command: z.string().describe('Shows the same on another machine.'),
  code: z.string().describe('As the reader sees it, without claims.'),
  sites: z.array(site),
  functions: z.array(func).optional(),
  errors: z.array(error).describe('Compile errors of an example that must not compile.'),
  run: output.optional(),
  tested: z.boolean().optional(),
  benchmarks: z.array(benchmark).optional(),
  variants: z.array(variant).optional().describe('The same for other compilers and targets.'),
});

const claim = z.object({
  id: z
    .string()
    .describe(
      'Unique on the site: `C10` of a sentence; of a line the address of its page, `#`, example and place.',
    ),
  page: z.string().describe('Address of the page.'),
  path: z.string().describe('File that the claim stands in, from the root of the project.'),
  line: line.describe('Line of that file.'),
  examples: z.array(z.string()).describe('Ids of the examples that it was tried on.'),
  about: z.string().optional().describe('The line of code that it is about; absent for a sentence.'),
  sentence: z.string().optional().describe('What the page says in words; absent for a comment in the code.'),
  expected: z.union([
    z.object({ word: z.enum(claimWords) }),
    z.object({ message: z.string().describe('A regular expression.') }),
    z.object({
      condition: z.string().describe('Of examples or numbers: `limit is heap`, `allocs/op == 0`.'),
    }),
  ]),
  teaches: z.enum(claimVerdicts).optional().describe('Which verdict the page teaches; absent for a line.'),
  verdict: z.enum(claimVerdicts).describe('`depends`: it holds for some examples or Go versions.'),
  condition: z.string().optional().describe('For `depends`: where it holds, and where not.'),
  goVersions: z.array(z.string()).describe('The Go versions that were asked.'),
  evidence: z
    .array(z.string())
    .describe('What was found: for a line, what the compiler says of it and what the code calls.'),
});

const sentence = z
  .object({
    id: z.string().describe('Unique on the site: `C10`.'),
    expect: z.string().describe('What the sentence asserts: `limit is heap`.'),
    verdict: z.enum(claimVerdicts),
    evidence: z
      .array(
        z.object({
          example: z.string(),
          toolchain: z.string().describe('As Go prints it, with the target.'),
          holds: z.boolean(),
          found: z.array(z.string()).describe('In words, one for each condition.'),
        }),
      )
      .describe('One for each example and toolchain on which it was tried.'),
  })
  .describe('A claim that the page makes in a sentence.');

const page = z.object({
  address: z.string(),
  path: z.string(),
  title: z.string(),
  description: z.string().optional(),
  examples: z.array(example),
  claims: z.array(sentence).optional().describe('Absent in files of earlier versions.'),
});

const counts = z.object({
  pages: z.int(),
  examples: z.int(),
  sites: z.record(verdict, z.int()),
  claims: z.int().describe('All of them: a build with one that fails its page publishes nothing.'),
  benchmarks: z.int(),
  programs: z.int().describe('Programs that ran.'),
});

const head = { $schema: z.string(), version: z.literal(1) };

/** `facts.json`: all pages of a site, or one. */
export const factsSchema = z.object({
  ...head,
  site: z.string().optional().describe('Where the site is published.'),
  go: toolchain.optional().describe('The Go of the build; absent where no page has an example.'),
  counts,
  pages: z.array(page),
});

/** `claims.json`: all claims of a site. */
export const claimsSchema = z.object({ ...head, site: z.string().optional(), claims: z.array(claim) });

/** The published schemas by the name of their file. */
export const publishedSchemas = {
  'facts-1.json': () => jsonSchema(factsSchema, 'Facts of a site of verified Go examples'),
  'claims-1.json': () => jsonSchema(claimsSchema, 'Claims of a site of verified Go examples'),
};

export type PublishedFacts = z.infer<typeof factsSchema>;
export type PublishedClaims = z.infer<typeof claimsSchema>;
export type PublishedPage = z.infer<typeof page>;
export type PublishedExample = z.infer<typeof example>;
export type PublishedFunction = z.infer<typeof func>;
export type PublishedBenchmark = z.infer<typeof benchmark>;
export type PublishedSentence = z.infer<typeof sentence>;
export type PublishedClaim = z.infer<typeof claim>;
export type PublishedCounts = z.infer<typeof counts>;

function jsonSchema(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { reused: 'ref' });
  return { $schema, title, ...rest };
}

function keysOf<Key extends string>(words: Record<Key, string>): [Key, ...Key[]] {
  return Object.keys(words) as [Key, ...Key[]];
}
