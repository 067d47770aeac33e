import type { Root } from 'mdast';
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
  const { lean, fences, removed } = emptied(text);
  if (fences.size === 0) return parse(text);
  const tree = parse(lean);
  let found = 0;
  visit(tree, (node) => {
    const { start, end } = node.position!;
    const fence = node.type === 'code' && start.column === 1 ? fences.get(start.line) : undefined;
    if (node.type === 'code' && fence?.end === end.line) {
      node.value = fence.value;
      found++;
    }
    start.offset! += removed[start.line - 1]!;
    end.offset! += removed[end.line - 1]!;
  });
  return found === fences.size ? tree : parse(text);
}

/** The same lines, those between fences empty; by line, how many characters are gone before it. */
function emptied(text: string): Emptied {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g)!;
  const fences = new Map<number, Fence>();
  const removed: number[] = [];
  const kept: string[] = [];
  let gone = 0;
  const keep = (line: string) => {
    removed.push(gone);
    kept.push(line);
  };
  for (let at = 0; at < lines.length; at++) {
    keep(lines[at]!);
    const end = OPENS.test(lines[at]!) ? closing(lines, at) : undefined;
    if (end === undefined) continue;
    const body = lines.slice(at + 1, end);
    fences.set(at + 1, { end: end + 1, value: body.join('').replace(/\r?\n$|\r$/, '') });
    for (const line of body) {
      const [newline] = /[\r\n]*$/.exec(line)!;
      keep(newline);
      gone += line.length - newline.length;
    }
    at = end - 1;
    // The closing line is no opening one.
    keep(lines[++at]!);
  }
  return { lean: kept.join(''), fences, removed };
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
  /** By the 1-based line that opens them. */
  fences: Map<number, Fence>;
  removed: number[];
}

interface Fence {
  /** The 1-based line that closes it. */
  end: number;
  value: string;
}
