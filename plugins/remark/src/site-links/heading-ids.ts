import GithubSlugger from 'github-slugger';
import type { Heading, Nodes } from 'mdast';

/**
 * Makes the ids of a page's headings as Astro and most other hosts do: GitHub's, of the text that a reader sees. Give it
 * all headings in their order: a second one of the same words has a number.
 *
 * @returns undefined for a heading whose words stand elsewhere, in an expression or a directive
 */
export function headingIds(text: string): (heading: Heading) => string[] | undefined {
  const plain = new GithubSlugger();
  const dashed = new GithubSlugger();
  return (heading) => {
    const words = wordsOf(heading, text);
    if (words === undefined) return undefined;
    const own = /\{#([\w-]+)\}\s*$/.exec(words)?.[1];
    // Astro makes `--` a dash, which is left out of ids as other punctuation is.
    const ids = [plain.slug(words), dashed.slug(words.replaceAll(/-{2,3}/g, ''))];
    return own === undefined ? ids : [...ids, own];
  };
}

function wordsOf(node: Nodes, text: string): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'html') return '';
  if (node.type === 'footnoteReference' || node.type === 'mdxTextExpression') return undefined;
  if (node.type === 'textDirective' && node.name !== 'term') {
    const { start, end } = node.position!;
    const source = text.slice(start.offset, end.offset);
    // `Note:this` looks like one and is none: it is given back as it was.
    return /[[{]/.test(source) ? undefined : source;
  }
  if (!('children' in node)) return '';
  let words = '';
  for (const child of node.children) {
    const part = wordsOf(child, text);
    if (part === undefined) return undefined;
    words += part;
  }
  return words;
}
