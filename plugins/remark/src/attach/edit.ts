import type { Parent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** What comes in the place of a node: itself and others, only others, or nothing. */
export type Edits = Map<RootContent, RootContent[]>;

/** Changes a tree in one walk. What comes in the place of a node is walked too: it may hold nodes that change. */
export function editTree(tree: Root, edits: Edits): void {
  visit(tree, (node, index, parent) => {
    const content = edits.get(node as RootContent);
    if (!content || !parent || index === undefined) return undefined;
    edits.delete(node as RootContent);
    (parent as Parent).children.splice(index, 1, ...content);
    return index;
  });
}
