import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { parseDocument } from 'yaml';
import type { Problem } from '@escapement/facts';
import { markdown } from './markdown.ts';
import { parseWithin } from './too-much.ts';
import { parseWithoutCode } from './without-code.ts';

/** Reads a page as Astro will: CommonMark with GFM, directives and frontmatter, or MDX. */
export async function parsePage(path: string, text: string): Promise<{ tree: Root; problems: Problem[] }> {
  const parse = path.endsWith('.mdx') ? (await import('./parse-mdx.ts')).parseMdx : parseMarkdown;
  try {
    const tree = parseWithin(path, text, () => parse(text));
    if ('rule' in tree) return { tree: { type: 'root', children: [] }, problems: [tree] };
    return { tree, problems: frontmatterProblems(path, tree, text) };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const problem: Problem = { rule: 'page-syntax', path, start: placeOf(error), reason: error.reason };
    return { tree: { type: 'root', children: [] }, problems: [problem] };
  }
}

function parseMarkdown(text: string): Root {
  return parseWithoutCode(text, (lean) => markdown.parse(lean) as Root);
}

/** MDX tells the place of an unclosed tag only in its words: `… for `<b>` (3:1-3:4)`. */
function placeOf({ line, column, reason }: VFileMessage): Problem['start'] {
  const told = /\((\d+):(\d+)(?:-\d+:\d+)?\)/.exec(reason);
  return { line: line ?? Number(told?.[1] ?? 1), column: column ?? Number(told?.[2] ?? 1) };
}

function frontmatterProblems(path: string, tree: Root, text: string): Problem[] {
  const [first] = tree.children;
  if (first?.type !== 'yaml') return unclosed(path, text);
  const before = first.position!.start.line;
  // What follows the first error is mostly its aftermath.
  return parseDocument(first.value)
    .errors.slice(0, 1)
    .map(({ message, linePos }) => ({
      rule: 'page-syntax',
      path,
      start: { line: before + (linePos?.[0].line ?? 1), column: linePos?.[0].col ?? 1 },
      reason: `Unexpected frontmatter: ${message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`,
      ...(message.startsWith('Nested mappings') && { note: 'Text with a colon in it stands in quotes.' }),
    }));
}

/** Frontmatter without an end is a line across the page and a heading to Markdown. */
function unclosed(path: string, text: string): Problem[] {
  if (!/^\uFEFF?---[ \t]*\r?\n[A-Za-z][\w-]*:(?:\s|$)/.test(text)) return [];
  return [
    {
      rule: 'page-syntax',
      path,
      start: { line: 1, column: 1 },
      reason: 'Unexpected end of the page: its frontmatter is not closed by `---` on a line of its own',
    },
  ];
}
