import type { RehypeOptions } from '@escapement/rehype';

/** What shows the code of a site. */
export interface Highlighter {
  /** Options of Expressive Code, whose own integration renders. */
  expressiveCode?: unknown;
  /** For a site without Expressive Code: `true`, or options of `rehypeEscapement`. */
  shiki?: boolean | RehypeOptions;
}

/** Options for `rehypeEscapement`; `undefined` where it is not wanted. */
export function shikiOptions({ shiki = false }: Highlighter): RehypeOptions | undefined {
  if (shiki === false) return undefined;
  return shiki === true ? {} : shiki;
}
