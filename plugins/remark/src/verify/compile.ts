import type { CompileError, Problem } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locate } from '../page/locate.ts';
import { atFence, atPosition, atWord } from './place.ts';
import { MAIN } from './runs.ts';

/**
 * What is wrong with an example that does not compile: each error at the author's place.
 */
export function compileProblems(
  example: Example,
  errors: CompileError[],
  { compiler, siblings = [] }: Told = {},
): Problem[] {
  const others = siblings.map(({ file }) => file).filter((file) => file !== example.file);
  const own = errors.filter(({ pos }) => !pos || !others.includes(pos.file));
  return own.map((error, at) => {
    const { pos, message, limit } = error;
    const by = compiler === undefined ? '' : ` (with ${compiler})`;
    if (limit) return { ...atFence(example), ...limitProblem(limit, `${message}${by}`) };
    if (message.startsWith('The package is not a program'))
      return { rule: 'example-run', ...atWord(example, 'run'), reason: NO_PROGRAM, note: MAIN };
    const elsewhere = pos && pos.file !== example.file ? `${pos.file}:${pos.line}: ` : '';
    const [first = '', ...more] = message.split('\n');
    const module = pos ? undefined : inModule(message);
    const notes = [
      ...(module ? [] : more.map((line) => ownPlaces(line.trim(), [example, ...siblings]))).map(asked),
      ...(IMPORTS_ITSELF.test(first) ? [NO_IMPORT] : []),
      ...(at === 0 && compiler === undefined && !module ? [MEND] : []),
    ];
    return {
      rule: 'example-compile',
      ...(module?.place ?? atPosition(example, pos)),
      reason: `${elsewhere}${(module?.reason ?? first).replace(/; to add it:$/, '')}${by}`,
      ...(notes.length > 0 && { note: notes.join('\n') }),
    };
  });
}

/** What is known besides of who is told of an error. */
interface Told {
  /** What to call the compiler, where it is not that of the build: `Go 1.24`. */
  compiler?: string;
  /** The other fences of the package, which tell of their own errors. */
  siblings?: Example[];
}

const MEND = 'Mend the example, or mark the fence `fails` or `ignore`.';
const NO_PROGRAM = 'Unexpected `run`: the package has no main function to run';

const IMPORTS_ITSELF = /^package example\/\w+ is not in std/;
const NO_IMPORT =
  'Fences with one `pkg` are one package and need no import. Only `package NAME_test` imports `example/NAME`.';

/** What the go command proposes, with where to do it. */
function asked(line: string): string {
  return line.startsWith('go get ') ? `To add it, in the folder of the examples’ go.mod: ${line}` : line;
}

/** The place of an error in `go.mod` or its like, which the go command tells in its words: `examples/go.mod:5: …`. */
function inModule(message: string): { place: Pick<Problem, 'path' | 'start'>; reason: string } | undefined {
  const [, path, line, column, reason] =
    /^((?![/.])\S*\bgo\.(?:mod|sum|work)):(\d+)(?::(\d+))?: (.+)$/m.exec(message) ?? [];
  if (path === undefined) return undefined;
  return { place: { path, start: { line: Number(line), column: Number(column ?? 1) } }, reason: reason! };
}

/** Places in compiled files as places on the page; of other files without their folder, which nobody knows. */
function ownPlaces(text: string, examples: Example[]): string {
  return text.replaceAll(/(?:[^\s:/]+\/)*([^\s:/]+\.go):(\d+):(\d+)/g, (_, name, line, column) => {
    const pos = { line: Number(line), column: Number(column) };
    const holder = examples.find(({ file }) => file === name);
    const place = holder && locate(holder.origin, holder.source, pos);
    return place ? `${place.path}:${place.start.line}:${place.start.column}` : `${name}:${line}:${column}`;
  });
}

function limitProblem(limit: Limit, message: string): Pick<Problem, 'rule' | 'reason' | 'note'> {
  const { rule, option } = limits[limit];
  const note = `The limit is \`compile.${option}\` in the options.`;
  return { rule, reason: `Unexpected size of the work: ${message}`, note };
}

type Limit = NonNullable<CompileError['limit']>;

const limits: Record<Limit, { rule: Problem['rule']; option: string }> = {
  time: { rule: 'example-timeout', option: 'timeoutMs' },
  memory: { rule: 'example-memory', option: 'memoryBytes' },
  size: { rule: 'example-size', option: 'maxSourceBytes' },
};
