import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import { markdown } from './markdown.ts';

/** Parses MDX. A module of its own, because its JavaScript parser is slow to load and often not needed. */
export function parseMdx(text: string): Root {
  return mdx.parse(text) as Root;
}

const mdx = markdown().use(remarkMdx).freeze();
