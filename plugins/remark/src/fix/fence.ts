import { diffCode } from '@escapement/facts';
import type { Example } from '../page/example.ts';

/** Where the code of a fence stands in its page. */
export interface FenceCode {
  path: string;
  /** 1-based line of the page that holds the first line of code. */
  line: number;
  /** How many units stand before the code on each line: indentation of lists, marks of quotes. */
  columns: number[];
}

/** The code of a fence with its place; undefined where a tab of its indentation is partly code. */
export function fenceCode({ node, origin, page }: Example, text: string): FenceCode | undefined {
  const code = node.value.replaceAll('\r', '').split('\n');
  const fence = { path: page, line: origin.line, columns: origin.columns };
  const lines = readFence(fence, text).split('\n');
  return code.every((line, at) => line === lines[at]) ? fence : undefined;
}

/** The code as it stands in the page now. */
export function readFence({ line, columns }: FenceCode, text: string): string {
  const lines = text.split('\n').slice(line - 1, line - 1 + columns.length);
  return lines.map((each, at) => each.slice(columns[at]).replace(/\r$/, '')).join('\n');
}

/** The page with other code in a fence: lines that stay the same stay byte for byte. */
export function replaceFence(fence: FenceCode, text: string, code: string): string {
  const { line, columns } = fence;
  const lines = text.split('\n');
  const own = lines.slice(line - 1, line - 1 + columns.length);
  const old = readFence(fence, text);
  const first = old.split('\n').findIndex((each) => each.trim() !== '');
  const prefix = own[Math.max(0, first)]!.slice(0, columns[Math.max(0, first)]);
  const end = own[0]!.endsWith('\r') ? '\r' : '';
  const put = diffCode(old, code).flatMap(({ before, after, parts }): string[] => {
    if (after === undefined) return [];
    if (before !== undefined) return [own[before - 1]!];
    const written = prefix + parts.map((part) => part.text).join('');
    return [(written.trim() === prefix.trim() ? prefix.trimEnd() : written) + end];
  });
  lines.splice(line - 1, columns.length, ...put);
  return lines.join('\n');
}
