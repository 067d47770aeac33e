import type { Root } from 'mdast';
import { parse } from 'yaml';

/** What a page says of itself, of which we read these words. */
export interface Frontmatter {
  title?: string;
  description?: string;
  slug?: string;
  draft?: boolean;
}

/** The frontmatter of a page; empty where there is none, or it can't be read. */
export function readFrontmatter({ children: [first] }: Root): Frontmatter {
  if (first?.type !== 'yaml') return {};
  try {
    return (parse(first.value) as Frontmatter | null) ?? {};
  } catch {
    return {};
  }
}
