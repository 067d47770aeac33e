import type { Driver, Storage } from 'unstorage';
import { z } from 'zod';

/** The options of the capture engine: types, defaults and documentation in one place. */
export const captureOptions = z.strictObject({
  store: z
    .union([
      z.string(),
      z.custom<Driver | Storage>(isStorage, 'Expected a directory, or a driver of unstorage'),
    ])
    .default('.escapement/store')
    .describe(
      'Keeps captures between builds: a directory, from the root of the project, or a driver or storage ' +
        'of unstorage (Redis, S3, …).',
    ),
  storeLimitMB: z
    .number()
    .positive()
    .default(512)
    .describe(
      'Size of the store, in millions of bytes, beyond which what was not used for longest is evicted. ' +
        'Drivers that keep no sizes limit themselves.',
    ),
  examples: z
    .string()
    .default('examples')
    .describe('Directory of the Go module that examples may import or quote; it may be absent.'),
  go: z.string().default('go').describe('The go command: a name on PATH, or a path.'),
  gcflags: z
    .array(z.string())
    .default([])
    .describe('Compiler flags beyond -m=2, each as one word: `-l`, `-N`.'),
  sandbox: z
    .enum(['auto', 'required', 'off'])
    .default('auto')
    .describe(
      'Run examples in bubblewrap: where it works (`auto`, with a warning where it does not), always or ' +
        'not at all (`required`), never (`off`).',
    ),
  compile: z
    .strictObject({
      timeoutMs: positive()
        .default(60_000)
        .describe('Limit of the processor time in which one example is compiled, in ms.'),
      commandTimeoutMs: positive()
        .default(600_000)
        .describe(
          'Wall-clock limit of one go command, which compiles many examples or fetches a toolchain, in ms.',
        ),
      memoryBytes: positive()
        .default(4 * 2 ** 30)
        .describe('Limit of the memory of one compile, in bytes.'),
      maxSourceBytes: positive()
        .default(1 << 20)
        .describe('Limit of the size of all Go files of one example together, in bytes.'),
    })
    .prefault({})
    .describe('Limits for the compiler and the linker.'),
  run: z
    .strictObject({
      timeoutMs: positive().default(10_000).describe('Wall-clock limit of one program, in ms.'),
      maxOutputBytes: positive()
        .default(65_536)
        .describe('Limit of what one program may print on stdout and stderr together, in bytes.'),
      memoryBytes: positive()
        .default(1 << 30)
        .describe('Limit of the memory of one program and all that it starts, in bytes.'),
      processes: positive()
        .default(64)
        .describe('Limit of the processes of one program that live at the same time.'),
      fileBytes: positive()
        .default(64 << 20)
        .describe('Limit of the size of a file that a program writes, in bytes.'),
    })
    .prefault({})
    .describe('Limits for programs, tests and the output of benchmarks.'),
  captures: z
    .string()
    .default('captures')
    .describe('Directory of the committed captures: timings, and what a frozen build needs.'),
  timings: z
    .enum(['auto', 'measure', 'committed', 'keep'])
    .default('auto')
    .describe(
      'Where timings come from when the captures have none of these sources: they are measured now ' +
        '(`measure`), or that is an error (`committed`), or where there are some of ' +
        'earlier code, these are shown and said to be older (`keep`). `auto` is `keep` in the dev server, `committed` where the ' +
        'variable CI is set, else `measure`.',
    ),
  frozen: z
    .boolean()
    .default(false)
    .describe('Build without Go, from committed captures alone; so does the variable ESCAPEMENT_FROZEN=1.'),
  bench: z
    .strictObject({
      count: positive().default(10).describe('Samples of each benchmark; 6 give an interval.'),
      time: z
        .string()
        .regex(/^\d+(\.\d+)?(ns|us|µs|ms|s|m)$|^\d+x$/, 'Expected a Go duration (20ms) or a count (1000x)')
        .default('20ms')
        .describe('Time of one sample, as -benchtime takes it: `20ms`, `1000x`.'),
      timeoutMs: positive()
        .default(120_000)
        .describe("Wall-clock limit of one round of one package's benchmarks, in ms."),
    })
    .prefault({})
    .describe('How benchmarks are measured.'),
});

/** The options with all defaults filled in. */
export type CaptureOptions = z.infer<typeof captureOptions>;

/** Options with what the environment decides filled in. */
export type ResolvedOptions = CaptureOptions & { timings: Exclude<CaptureOptions['timings'], 'auto'> };

/** Lets the environment decide what the options leave to it. */
export function resolveOptions(options: CaptureOptions, env: NodeJS.ProcessEnv): ResolvedOptions {
  const set = (name: string) => !['', '0', 'false'].includes(env[name] ?? '');
  const timings = options.timings === 'auto' ? (set('CI') ? 'committed' : 'measure') : options.timings;
  return { ...options, timings, frozen: options.frozen || set('ESCAPEMENT_FROZEN') };
}

function positive() {
  return z.int().positive();
}

function isStorage(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'getItem' in value && 'getKeys' in value;
}
