import { readCall, readSymbol, type AllocatorCall, type Codegen, type Frame } from '@escapement/facts';
import { apart } from './apart.ts';
import { functionIn, withoutWorkspace, type Package } from './package.ts';

/** Takes the `-S` text of one package line by line and keeps what it says about memory. */
export interface AssemblyReader {
  /** False where the line is not of `-S`. */
  take(line: string): boolean;
  /** True where a line that begins with a tab belongs to a symbol. */
  isInside(): boolean;
  /** Undefined where there was no such text: the package does not compile. */
  codegen(): Codegen | undefined;
}

/**
 * Reads the code of a package: the frames of its functions, and the allocator calls in them or on the
 * package's own lines (generic code of other packages is compiled here too, and is left out).
 */
export function readAssembly(owner: Package): AssemblyReader {
  const frames: Frame[] = [];
  const allocations: AllocatorCall[] = [];
  const files = `${owner.importPath}/`;
  let symbol: string | undefined;
  let own = false;

  return {
    isInside: () => symbol !== undefined,
    take(line) {
      if (symbol !== undefined && line.startsWith('\t')) {
        const call = readCall(line);
        if (call && (own || call.pos.file.startsWith(files))) allocations.push(located(call));
        return true;
      }
      const begun = readSymbol(line);
      if (!begun) return false;
      const name = functionIn(owner, begun.frame?.func ?? '');
      own = name !== undefined;
      symbol = apart(name ?? begun.frame?.func ?? '');
      if (begun.frame && own) frames.push({ ...begun.frame, func: symbol });
      return true;
    },
    codegen() {
      return symbol === undefined ? undefined : { frames, allocations };
    },
  };

  function located({ pos, symbol: callee }: Omit<AllocatorCall, 'func'>): AllocatorCall {
    const file = pos.file.startsWith(files)
      ? pos.file.slice(files.length)
      : withoutWorkspace(pos.file, owner);
    return { pos: { file: apart(file), line: pos.line }, symbol: apart(callee), func: symbol! };
  }
}

/** Whether the line of code from `at` to `end` of a text can be a call of the runtime. */
export function holdsCall(text: string, at: number, end: number): boolean {
  // The name of the instruction, and so of what it calls, stands between the second tab and the end.
  const instruction = text.indexOf('\t', at + 1);
  return (
    instruction >= 0 &&
    instruction < end &&
    text.startsWith('\truntime.', text.indexOf('\t', instruction + 1))
  );
}
