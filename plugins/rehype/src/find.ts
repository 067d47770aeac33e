import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** A block of code in a tree. */
export interface FoundBlock {
  /** Without the line break at its end. */
  code: string;
  /** Of its class `language-…`; empty without. */
  language: string;
  /** What stood behind the language in the fence. */
  meta: string;
  /** Puts an element in its place. */
  replace(element: Element): void;
}

/** All `pre` elements that hold nothing but a `code`. */
export function findBlocks(tree: Root): FoundBlock[] {
  const found: FoundBlock[] = [];
  visit(tree, { tagName: 'pre' }, (pre: Element, index, parent: Parents | undefined) => {
    const [code, ...others] = pre.children;
    if (code?.type !== 'element' || code.tagName !== 'code' || others.length > 0) return;
    found.push({
      code: toString(code).replace(/\n$/, ''),
      language: languageOf(code),
      meta: metaOf(code),
      replace(element) {
        parent!.children[index!] = element;
      },
    });
  });
  return found;
}

/** The value of a word of the meta, `title="limit.go"` or `escapement=x3`. */
export function wordOf(meta: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`).exec(meta);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function languageOf({ properties: { className } }: Element): string {
  const names = Array.isArray(className) ? className.map(String) : [];
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';
}

/** remark-rehype keeps it as data; hosts that parse the HTML anew keep it as `metastring` before. */
function metaOf({ data, properties: { metastring } }: Element): string {
  return data?.meta ?? (typeof metastring === 'string' ? metastring : '');
}

declare module 'hast' {
  interface ElementData {
    meta?: string | null | undefined;
  }
}
