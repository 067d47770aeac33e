import type { Diagnostic } from '../diagnostics/types.ts';

/** What an allocator of the runtime makes. */
export type AllocatorClass = 'object' | 'slice' | 'growth' | 'box' | 'text' | 'map' | 'channel';

/** The class of an allocator: `runtime.convT64` makes a box for a value in an interface. */
export function classOf(symbol: string): AllocatorClass {
  const name = symbol.replace(/^runtime\./, '');
  return CLASSES.find(([pattern]) => pattern.test(name))?.[1] ?? 'object';
}

/**
 * The allocators that the code can call for a decision of the escape analysis. An expression whose
 * type can't be told from its text (`Name(b)`, `make(Table)`) may need any but those of `append`.
 */
export function classesFor({ kind, subject = '' }: Diagnostic): ReadonlySet<AllocatorClass> {
  if (kind === 'moved') return OBJECT;
  return SUBJECTS.find(([pattern]) => pattern.test(subject))?.[1] ?? ANY;
}

const CLASSES: [RegExp, AllocatorClass][] = [
  [/^makeslice/, 'slice'],
  [/^(?:growslice|moveSlice)/, 'growth'],
  [/^convT/, 'box'],
  [/^(?:makemap|mapassign)/, 'map'],
  [/^makechan/, 'channel'],
  [/^(?:concat|slicebytetostring|stringtoslice|slicerunetostring|intstring)/, 'text'],
];

const OBJECT = new Set<AllocatorClass>(['object']);
const ANY = new Set<AllocatorClass>(['object', 'box', 'text', 'slice', 'map', 'channel']);

/** Ordered: the first that fits wins. Literals of slices and maps may also be boxed. */
const SUBJECTS: [RegExp, ReadonlySet<AllocatorClass>][] = [
  [/^append\b/, new Set(['growth'])],
  [/^make\(chan /, new Set(['channel'])],
  [/^(?:make\()?map\[/, new Set(['map'])],
  [/^make\(\[\]/, new Set(['slice', 'object', 'growth', 'box'])],
  [/^(?:&|new\(|func literal$|\.\.\. argument$)/, OBJECT],
  [/^\[.*\{(?:\.\.\.)?\}$/, new Set(['object', 'box'])],
  [/^(?:string|\[\](?:byte|rune)|\(\[\](?:byte|rune)\))\(/, new Set(['text', 'box', 'object'])],
  [/^make\(/, new Set(['slice', 'object', 'map', 'channel'])],
  [/^[^(]* \+ [^(]*$/, new Set(['text', 'box', 'object'])],
  // A variable is boxed (walk/convert.go, dataWord); a selector can also be a method value.
  [/^[\p{L}\p{N}_~]+$/u, new Set(['box'])],
  [/^[\p{L}\p{N}_.~]+$/u, new Set(['object', 'box'])],
];
