import type { Node, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Parses a page without what stands in its fences, and puts that in afterwards: the same tree, to the last offset. A
 * parser of Markdown looks at every character several times, though none between two fences can mean anything to
 * it, and a page about programs is mostly that.
 *
 * Only fences at the left edge are emptied, where a line ends one whatever stands around it. Where one of them turns
 * out to be no fence after all (in a comment, say), the whole text is parsed as it is.
 */
export function parseWithoutCode(text: string, parse: (text: string) => Root): Root {
  const { lean, fences, lines } = emptied(text);
  if (fences.size === 0) return parse(text);
  const tree = parse(lean);
  let found = 0;
  visit(tree, (node) => {
    // Text that GFM looks at for addresses and finds none in has no place.
    if (!node.position) return;
    const { start, end } = node.position;
    const fence = node.type === 'code' && start.column === 1 ? fences.get(start.line) : undefined;
    if (node.type === 'code' && fence !== undefined && end.line === start.line + 1) {
      node.value = fence;
      found++;
    }
    move(start, lines);
    move(end, lines);
  });
  return found === fences.size ? tree : parse(text);
}

function move(point: NonNullable<Node['position']>['start'], lines: Line[]): void {
  const { number, removed } = lines[point.line - 1]!;
  point.line = number;
  point.offset! += removed;
}

/** The text without the lines between fences. */
function emptied(text: string): Emptied {
  const all = text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g)!;
  const fences = new Map<number, string>();
  const lines: Line[] = [];
  const kept: string[] = [];
  let removed = 0;
  const keep = (at: number) => {
    lines.push({ number: at + 1, removed });
    kept.push(all[at]!);
  };
  for (let at = 0; at < all.length; at++) {
    keep(at);
    const end = OPENS.test(all[at]!) ? closing(all, at) : undefined;
    if (end === undefined) continue;
    const body = all.slice(at + 1, end).join('');
    fences.set(lines.length, body.replace(/\r?\n$|\r$/, ''));
    removed += body.length;
    at = end;
    keep(at);
  }
  return { lean: kept.join(''), fences, lines };
}

/** The index of the line that closes the fence at `open`; undefined where it is better left alone. */
function closing(lines: string[], open: number): number | undefined {
  const [sequence] = OPENS.exec(lines[open]!)!;
  for (let at = open + 1; at < lines.length; at++) {
    const line = lines[at]!;
    const [, marks] = CLOSES.exec(line) ?? [];
    if (marks?.startsWith(sequence)) return at;
    // A directive around the fence would end here. A character that is none becomes another one.
    if (/^[ \t]*:::/.test(line) || line.includes('\0')) return undefined;
  }
  return undefined;
}

/** https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
const OPENS = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const CLOSES = /^ {0,3}(`{3,}|~{3,})[ \t]*[\r\n]*$/;

interface Emptied {
  lean: string;
  /** What stood in a fence, by the 1-based line of `lean` that opens it. */
  fences: Map<number, string>;
  /** The lines of `lean`. */
  lines: Line[];
}

/** Where a line stands in the whole text, and how many characters before it are gone. */
interface Line {
  number: number;
  removed: number;
}
