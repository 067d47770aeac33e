import { basename, dirname, relative, resolve, sep } from 'node:path';
import { importOf, splitPosition, type CompileError } from '@escapement/facts';
import { withoutWorkspace, type Package } from './package.ts';

/** One package as `go list -json` describes it (`go help list`). */
export interface Listed {
  ImportPath: string;
  Error?: ListedError;
  DepsErrors?: ListedError[];
}

interface ListedError {
  Pos: string;
  Err: string;
}

/** Where the paths in an error are to be read from. */
export interface Places {
  /** Working directory of the go command. */
  cwd: string;
  /** The project's root: files outside the package are named from there. */
  root: string;
  goroot: string;
}

/** Reads the stream of JSON objects that `go list -json` prints: packages by name, in its order. */
export function parseListed(stdout: string): Map<string, Listed> {
  const listed = stdout
    .split(/^}\n/m)
    .filter((text) => text.trim() !== '')
    .map((text): Listed => JSON.parse(`${text}}`));
  return new Map(listed.map((one) => [one.ImportPath, one]));
}

/** All errors of a package and of its tests, each once, tests last. */
export function errorsOf(target: Package, listed: Map<string, Listed>, places: Places): CompileError[] {
  const { importPath, pattern } = target;
  const names = [importPath, pattern, `${importPath} [${importPath}.test]`];
  names.push(`${importPath}_test [${importPath}.test]`, `${importPath}.test`);
  const own = [...new Set(names)].flatMap((name) => listed.get(name) ?? []);
  if (own.length === 0) return [{ message: 'The go command says nothing about this package.' }];
  const found = own.flatMap(({ Error: error, DepsErrors = [] }) => [
    ...(error ? [error] : []),
    ...DepsErrors,
  ]);
  const errors = found.flatMap((error) => readError(error, target, places));
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

/** Either one error of the go command itself, or the whole output of the compiler below a `# ` line. */
function readError({ Pos, Err }: ListedError, target: Package, places: Places): CompileError[] {
  const lines = Err.startsWith('# ') ? Err.trimEnd().split('\n') : [Pos ? `${Pos}: ${Err}` : Err];
  const messages: string[] = [];
  for (const line of lines) {
    // A flag that the compiler does not take: its list of all flags follows.
    if (line.startsWith('usage: compile ')) break;
    if (line.startsWith('# ') || line === '') continue;
    if (/^\s/.test(line) && messages.length > 0) messages.push(`${messages.pop()}\n${line}`);
    else messages.push(line);
  }
  return messages.map((message) => place(message, target, places));
}

/** Splits the position off; one in a file of another package stays in the message, named from the root. */
function place(text: string, target: Package, { cwd, root, goroot }: Places): CompileError {
  const [first = '', ...more] = text.split('\n');
  const { pos, message } = splitPosition(first);
  const tidy = (words: string) =>
    withoutWorkspace([words, ...more].join('\n'), target)
      .replaceAll(`${root}/`, '')
      .replaceAll(goroot, '$GOROOT');
  if (!pos) return { message: tidy(message) };
  const path = resolve(cwd, pos.file);
  if (dirname(path) === target.dir) return { pos: { ...pos, file: basename(path) }, message: tidy(message) };
  // What several packages import is reported at the first of them, which may be another page's fence.
  if (path.startsWith(cwd + sep)) return { ...importPlace(message, target), message: tidy(message) };
  const { line, column } = pos;
  return { message: tidy(`${[relative(root, path), line, column].filter(Boolean).join(':')}: ${message}`) };
}

/** Where the package that a message of the go command names is imported: `x.org/m@v1.0.0: …`, `package x.org/m/p …`. */
function importPlace(message: string, { files = [] }: Package): Pick<CompileError, 'pos'> {
  const path = /^([^\s@]+)@v|\bpackage ([^\s;:]+)/.exec(message)?.slice(1).find(Boolean);
  const found = files.flatMap(({ name, source }) => {
    const spot = path === undefined ? undefined : importOf(source, path);
    return spot ? [{ file: name, ...spot }] : [];
  });
  return found[0] ? { pos: found[0] } : {};
}
