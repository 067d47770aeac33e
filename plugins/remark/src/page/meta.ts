import { isPageFlag } from '@escapement/capture';
import { z } from 'zod';
import { didYouMean } from '../did-you-mean.ts';
import { metaWords, type Span } from './meta-words.ts';

const EXIT = 'expected a whole number from 0 to 255';

/** Words separated by spaces or commas, each of which must fit; the first that does not is told of. */
function list(separator: RegExp, fits: (word: string) => boolean, message: string, known?: string[]) {
  return split(separator).superRefine((all, context) => {
    const culprit = all.find((word) => !fits(word));
    if (culprit === undefined) return;
    const near = known ? didYouMean(culprit, known) : '';
    context.addIssue({ code: 'custom', message: `${message}${near}`, params: { culprit } });
  });
}

function split(separator: RegExp) {
  return z
    .string()
    .default('')
    .transform((text) => text.split(separator).filter((word) => word !== ''));
}

/** What `show=` can ask for. */
const views = ['escape', 'inline', 'bounds', 'frame', 'profile', 'stack', 'gc'];

/** What the words behind ```go mean; the one list of them (types, defaults, checks, reference page). */
export const metaSchema = z.object({
  run: z.boolean().default(false).describe('Run the program and show what it prints.'),
  exit: z.coerce
    .number(EXIT)
    .int(EXIT)
    .min(0, EXIT)
    .max(255, EXIT)
    .default(0)
    .describe('The exit status that `run` must end with.'),
  bench: z.boolean().default(false).describe('Run the benchmarks; the fence becomes a `_test.go` file.'),
  test: z.boolean().default(false).describe('Run the tests; the fence becomes a `_test.go` file.'),
  ignore: z.boolean().default(false).describe('Leave the fence alone: it is shown, and not verified.'),
  fails: z.boolean().default(false).describe('The example must not compile; its errors are shown.'),
  strict: z.boolean().default(false).describe('Every heap allocation must have a claim.'),
  budget: z
    .string()
    .optional()
    .describe(
      'Limits that the example must keep to: `allocs/op <= 2, frame <= 128`; `warn:` in front only warns.',
    ),
  title: z.string().optional().describe('Title of the frame; one ending in `.go` also names the file.'),
  id: z
    .string()
    .regex(/^[A-Za-z][\w-]*$/, 'expected a letter, then letters, digits, `-` and `_`')
    .optional()
    .describe('Name by which directives on the page refer to the example.'),
  pkg: z
    .string()
    .regex(/^[A-Za-z]\w*$/, 'expected a Go identifier')
    .optional()
    .describe('Fences of a page with the same `pkg` are one package.'),
  go: list(
    /[\s,]+/,
    (word) => /^1\.\d+(\.\d+)?$/.test(word),
    'expected Go versions such as `1.24` or `1.24.11`',
  ).describe(
    'Go versions, separated by spaces or commas, that the example is compiled with besides that of the build.',
  ),
  goarch: list(
    /[\s,]+/,
    (word) => /^[a-z0-9]+$/.test(word),
    'expected names of GOARCH such as `386` or `wasm`',
  ).describe('Architectures that the example is compiled for besides that of the build.'),
  gcflags: list(/\s+/, isPageFlag, 'expected flags such as `-l`, `-N`, `-lang=go1.21` or `-d=…`').describe(
    'Flags of the Go compiler for this example, separated by spaces.',
  ),
  show: list(
    /[\s,]+/,
    (word) => views.includes(word),
    `expected words of ${views.map((view) => `\`${view}\``).join(', ')}`,
    views,
  ).describe(
    'What else to find out: `inline` (what is inlined), `bounds` (bounds and nil checks), `frame` (bytes of the ' +
      'frames); of a `run` also `profile` (which lines allocate), `stack` (how large the stacks become), `gc` ' +
      '(what the collector does). The first view among them is the one that is shown first; `escape` is always one.',
  ),
  file: z.string().optional().describe('Quote a Go file, given from the root of the project.'),
  region: z.string().optional().describe('Quote only the lines between `// #region NAME` and its end.'),
});

/** The words behind one fence, read. */
export type Meta = z.infer<typeof metaSchema>;

/** A word that does not fit; `start` and `end` are offsets in the meta string. */
interface MetaProblem {
  rule: 'meta-unknown' | 'meta-value';
  start: number;
  end: number;
  reason: string;
  actual: string;
  expected?: string[];
}

/** A fence's words: ours, what is left for the highlighter in its own words, and where each of ours stands. */
export interface ReadMeta {
  meta: Meta;
  rest: string;
  places: Map<string, Span>;
  problems: MetaProblem[];
}

/**
 * Reads the meta string of a Go fence. Words of Expressive Code (`{1,3}`, `ins={2}`, `"text"`,
 * `/regexp/`, `frame="none"`) are passed on; any other unknown word is a problem, with a near
 * known word as a suggestion.
 */
export function readMeta(text: string): ReadMeta {
  const raw: Record<string, unknown> = {};
  const rest: string[] = [];
  const problems: MetaProblem[] = [];
  const places = new Map<string, Span>();
  for (const { word, key, value, ...place } of metaWords(text)) {
    if (key === undefined || HIGHLIGHTER.has(key)) rest.push(word);
    else if (!(key in metaSchema.shape)) problems.push(unknown(key, place));
    else if (value !== undefined && /^(["'])(?!.*\1$)/s.test(value))
      problems.push(unclosed(key, value, place));
    else if (places.has(key)) problems.push(twice(key, value, place));
    else {
      if (key === 'title') rest.push(word);
      raw[key] = value === undefined ? true : unquote(value);
      places.set(key, place);
    }
  }
  const parsed = metaSchema.safeParse(raw);
  const issues = parsed.success ? [] : parsed.error.issues;
  for (const issue of issues) {
    const key = String(issue.path[0]);
    problems.push(unfit(key, raw[key], placeOf(issue, places.get(key)!, text), issue.message));
    delete raw[key];
  }
  const meta = parsed.success ? parsed.data : metaSchema.parse(raw);
  // Words that were not understood can't be said to clash.
  const clashes = problems.length > 0 ? [] : conflicts(meta, places);
  return { meta, rest: rest.join(' '), places, problems: [...problems, ...clashes] };
}

/** Words that Expressive Code and its own plugins understand. */
const HIGHLIGHTER = new Set(
  (
    'mark ins del wrap preserveIndent hangingIndent frame showLineNumbers startLineNumber collapse ' +
    'collapseStyle lang useDiffSyntax'
  ).split(' '),
);

function unknown(key: string, place: Span): MetaProblem {
  const words = Object.keys(metaSchema.shape);
  return {
    rule: 'meta-unknown',
    ...place,
    reason: `Unexpected word \`${key}\` behind \`\`\`go${didYouMean(key, words)}`,
    actual: key,
    expected: words,
  };
}

function twice(key: string, value: string | undefined, place: Span): MetaProblem {
  const actual = value ?? key;
  return { rule: 'meta-value', ...place, reason: `Unexpected second \`${key}\` behind \`\`\`go`, actual };
}

function unclosed(key: string, value: string, place: Span): MetaProblem {
  const reason = `Unexpected end of line: the value of \`${key}\` is not closed by ${value[0]}`;
  return { rule: 'meta-value', ...place, reason, actual: value };
}

/** Of a list, the place of the word in it that does not fit. */
function placeOf(issue: z.core.$ZodIssue, place: Span, text: string): Span {
  const culprit = issue.code === 'custom' ? (issue.params?.culprit as string | undefined) : undefined;
  const start = culprit === undefined ? -1 : text.indexOf(culprit, text.indexOf('=', place.start));
  return start < 0 ? place : { start, end: start + culprit!.length };
}

function unfit(key: string, value: unknown, place: Span, why: string): MetaProblem {
  const flag = typeof metaSchema.parse({})[key as keyof Meta] === 'boolean';
  const reason = flag
    ? `Unexpected value for \`${key}\`, expected the word alone`
    : value === true
      ? `Unexpected \`${key}\` without a value, expected \`${key}=…\``
      : `Unexpected value \`${String(value)}\` for \`${key}\`: ${why}`;
  return { rule: 'meta-value', ...place, reason, actual: String(value) };
}

/** Words that cannot stand together. */
function conflicts(meta: Meta, places: Map<string, Span>): MetaProblem[] {
  const clash = (word: string, other: string): MetaProblem => ({
    rule: 'meta-value',
    ...places.get(word.replace(/=.*/, ''))!,
    reason: `Unexpected \`${word}\` ${other}`,
    actual: word,
  });
  return [
    ...(meta.region && !meta.file ? [clash('region', 'without `file`')] : []),
    ...(places.has('exit') && !meta.run ? [clash('exit', 'without `run`')] : []),
    ...(meta.fails && meta.run ? [clash('fails', 'with `run`: what does not compile cannot run')] : []),
    ...(meta.fails && meta.bench ? [clash('fails', 'with `bench`: what does not compile cannot run')] : []),
    ...(meta.fails && meta.file ? [clash('fails', 'with `file`: quoted packages must compile')] : []),
    ...(meta.show.includes('profile') && !meta.bench && !meta.run
      ? [clash('show=profile', 'without `bench` or `run`')]
      : []),
    ...(meta.show.includes('stack') && !meta.run ? [clash('show=stack', 'without `run`')] : []),
    ...(meta.show.includes('gc') && !meta.run ? [clash('show=gc', 'without `run`')] : []),
    ...(meta.pkg && meta.file ? [clash('pkg', 'with `file`: the quoted package is the directory')] : []),
  ];
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(value);
  return quoted ? quoted[2]!.replaceAll(/\\(.)/g, '$1') : value;
}
