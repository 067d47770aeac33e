import {
  isExternalTest,
  packageName,
  stripClaims,
  wrapFragment,
  type Point,
  type Problem,
} from '@escapement/facts';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Example } from './example.ts';
import { fenceSlip } from './fence-slips.ts';
import { prefixes } from './locate.ts';
import { readMeta, type Meta } from './meta.ts';
import type { Span } from './meta-words.ts';
import { quote } from './quote.ts';

/** Gives the text of a file by its path from the root, or undefined when it can't be read. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** A page's verified blocks, in order, and what is wrong with the others. */
export interface Found {
  examples: Example[];
  /** Fences marked `ignore`: shown, and said not to be verified. */
  ignored: Code[];
  problems: Problem[];
}

/**
 * Finds the Go fences of a page. Fences that can't be read (a wrong word, a missing region) are left
 * out and reported.
 *
 * @param page path of the page from the root
 * @param text the page's text that the positions of `tree` count in
 * @param maxSourceBytes limit of a quoted file
 */
export async function findExamples(
  tree: Root,
  page: string,
  text: string,
  read: ReadText,
  maxSourceBytes: number,
): Promise<Found> {
  const lines = text.split('\n');
  const fences: Code[] = [];
  visit(tree, 'code', (node) => {
    if (node.lang && node.position) fences.push(node);
  });
  const found: Found = { examples: [], ignored: [], problems: [] };
  let count = 0;
  for (const node of fences) {
    const slip = fenceSlip(node, page, fencePlace(node, lines), lines);
    if (slip) found.problems.push(slip);
    if (node.lang !== 'go') continue;
    count++;
    if (slip) continue;
    const { meta, rest, problems, places } = readMeta(node.meta ?? '');
    const place = fencePlace(node, lines);
    const inPage = placer(place, node, lines);
    found.problems.push(...problems.map((problem) => ({ ...problem, path: page, ...inPage(problem) })));
    if (meta.ignore) found.ignored.push(node);
    if (meta.ignore || problems.length > 0) continue;
    const words = new Map([...places].map(([word, span]) => [word, inPage(span)]));
    const fence = { node, meta, rest, place, words, page, id: meta.id ?? `x${count}` };
    const example = meta.file ? await quote(fence, meta.file, read, maxSourceBytes) : ownCode(fence, lines);
    if ('rule' in example) found.problems.push(example);
    else found.examples.push(example);
  }
  found.problems.push(...duplicates(found.examples));
  return found;
}

/** What is known of a fence before its code is looked at. */
export type Fence = Pick<Example, 'node' | 'meta' | 'rest' | 'place' | 'words' | 'page' | 'id'>;

function ownCode(fence: Fence, lines: string[]): Example | Problem {
  const { node, meta, place, page, id } = fence;
  const code = node.value.replaceAll('\r', '');
  const wrapped = wrapFragment(code, 'example');
  const columns = prefixes(code.split('\n'), lines.slice(place.line, place.line + code.split('\n').length));
  if ('mixedAt' in wrapped) return mixed(fence, wrapped.mixedAt, columns);
  const { code: text, lines: kept } = stripClaims(code);
  return {
    ...fence,
    unit: `${page}#${meta.pkg ? `pkg:${meta.pkg}` : id}`,
    file: fileName(meta, wrapped.source),
    source: wrapped.source,
    origin: { path: page, line: place.line + 1, columns, offset: wrapped.offset },
    shown: { code: text, lines: kept.map((line) => line + wrapped.offset) },
  };
}

function mixed({ page, place }: Fence, line: number, columns: number[]): Problem {
  return {
    rule: 'fragment-mixed',
    path: page,
    start: { line: place.line + line, column: (columns[line - 1] ?? 0) + 1 },
    reason: 'Unexpected statement beside declarations of functions',
    expected: ['only declarations', 'only statements', 'a whole file with a package clause'],
    note: 'A fragment of statements becomes the body of main, where no function can be declared: put the statements in a function too.',
  };
}

/** A base name that `go` treats as the fence wants: `package x_test`, benchmarks and tests need `_test.go`. */
function fileName({ title, bench, test }: Meta, source: string): string {
  const titled = title && /^[\w./-]+\.go$/.test(title) ? title.replace(/^.*\//, '') : undefined;
  const stem = (titled ?? (packageName(source) === 'main' ? 'main.go' : 'example.go')).replace(/\.go$/, '');
  return bench || test || isExternalTest(source) ? `${stem.replace(/_test$/, '')}_test.go` : `${stem}.go`;
}

/** The opening line of the fence; in a list the node itself may begin there or before. */
function fencePlace(node: Code, lines: string[]): Point {
  const { line, column } = node.position!.start;
  const text = lines[line - 1] ?? '';
  return { line, column: Math.max(column, text.search(/[`~]/) + 1) };
}

/** Makes a place on the page of a place in the words behind a fence. */
function placer(place: Point, node: Code, lines: string[]) {
  const text = lines[place.line - 1] ?? '';
  const from = Math.max(text.indexOf(node.meta ?? '', place.column), 0);
  const point = (offset: number) => ({ line: place.line, column: from + offset + 1 });
  return ({ start, end }: Span) => ({ start: point(start), end: point(end) });
}

function duplicates(examples: Example[]): Problem[] {
  const first = new Map<string, Example>();
  return examples.flatMap((example) => {
    const before = first.get(example.id);
    if (!before) {
      first.set(example.id, example);
      return [];
    }
    const problem: Problem = {
      rule: 'id-duplicate',
      path: example.page,
      ...(example.words.get('id') ?? { start: example.place }),
      reason: `Unexpected second example with the id \`${example.id}\`, the first is on line ${before.place.line}`,
    };
    return [problem];
  });
}
