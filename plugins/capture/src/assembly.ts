import { readCall, readSymbol, type AllocatorCall, type Codegen, type Frame } from '@escapement/facts';
import { withoutWorkspace, type Package } from './package.ts';

/** Takes the `-S` text of one package line by line and keeps what it says about memory. */
export interface AssemblyReader {
  /** False where the line is not of `-S`. */
  take(line: string): boolean;
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
    take(line) {
      if (symbol !== undefined && line.startsWith('\t')) {
        const call = line.includes('\truntime.') ? readCall(line) : undefined;
        if (call && (own || call.pos.file.startsWith(files))) allocations.push(located(call));
        return true;
      }
      const begun = readSymbol(line);
      if (!begun) return false;
      const name = nameIn(owner, begun.frame?.func ?? '');
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

/** A string that is cut out of a text keeps all of the text in memory: this is one of its own. */
function apart(text: string): string {
  return Buffer.from(text).toString();
}

/** The symbol without its package; undefined for one of another package. */
function nameIn({ importPath }: Package, symbol: string): string | undefined {
  // In symbols a dot of the last element is escaped (cmd/internal/objabi, PathToPrefix).
  const path = importPath.replace(/[^/]+$/, (last) => last.replaceAll('.', '%2e'));
  const prefix = ['main.', `${path}.`, `${path}_test.`].find((start) => symbol.startsWith(start));
  return prefix && symbol.slice(prefix.length);
}
